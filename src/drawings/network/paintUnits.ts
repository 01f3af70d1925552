/** The units on a canvas: a thumbnail for each, names of the inputs on the left, class marks on the right, locks on what is frozen. */
import type { Task } from '../../engine/data/dataset';
import type { NetworkPlan } from '../../engine/model/network';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import type { CanvasFrame, Paint } from '../canvasRenderer';
import { traceMark } from '../classMarks';
import { cssColour, mix } from '../colours';
import { fitText } from '../textWidth';
import { classRgb } from '../theme';
import type { NetworkFrame } from './frame';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';
import type { LockMark } from './lockMarks';
import { createThumbnailPaint } from './paintThumbnails';
import { MARK_GAP_PX, MARK_RADIUS_PX } from './sizes';
import { traceTiles } from './tiles';

/** A long name is condensed a little before it is cut off. */
const SQUEEZED = 1.25;

export interface UnitsPicture {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly task: Task;
  /** Features as plain text. [input] */
  readonly inputLabels: readonly string[];
  /** [input][row][column]; null before there are any. */
  readonly inputMaps: UnitGrid | null;
  readonly frame: ReadableStore<NetworkFrame>;
  readonly locks: readonly LockMark[];
}

export function createUnitsPaint(picture: UnitsPicture): Paint {
  const { plan, layout, frame, locks } = picture;
  const paintThumbnails = createThumbnailPaint(plan, layout, picture.task, picture.inputMaps);
  let painted: UnitGrid | null = null;
  return (canvas) => {
    const { unitMaps } = frame.get();
    if (unitMaps === painted && !canvas.isFresh) return;
    painted = unitMaps;
    canvas.context.clearRect(0, 0, canvas.widthPx, canvas.heightPx);
    paintTiles(canvas, layout);
    paintThumbnails(canvas, unitMaps);
    paintTileBorders(canvas, layout);
    paintNames(canvas, picture);
    paintLocks(canvas, locks);
  };
}

function paintTiles({ context, theme }: CanvasFrame, layout: NetworkLayout): void {
  traceTiles(context, layout);
  context.fillStyle = cssColour(theme.plane);
  context.fill();
}

function paintTileBorders({ context, theme }: CanvasFrame, layout: NetworkLayout): void {
  traceTiles(context, layout);
  context.strokeStyle = cssColour(mix(theme.line, theme.soft, 0.35));
  context.lineWidth = 1;
  context.stroke();
}

/** Names of the inputs and marks of the classes. */
function paintNames(canvas: CanvasFrame, { layout, task, inputLabels }: UnitsPicture): void {
  const { context, theme } = canvas;
  const half = layout.thumbnailPx / 2;
  context.textBaseline = 'middle';
  context.fillStyle = cssColour(theme.soft);
  for (const column of layout.columns) {
    if (column.kind === 'inputs') paintInputLabels(canvas, layout, column, inputLabels);
    if (column.kind === 'outputs' && task === 'classification') paintOutputMarks(canvas, column, half);
  }
}

function paintInputLabels(
  { context, theme }: CanvasFrame,
  { labelPx, textPx }: NetworkLayout,
  column: ColumnPlace,
  labels: readonly string[],
) {
  context.font = `${textPx}px ${theme.font}`;
  context.textAlign = 'right';
  for (const { unit, yPx } of column.units) {
    const label = labels[unit] ?? '';
    const isNear = context.measureText(label).width <= labelPx * SQUEEZED;
    context.fillText(isNear ? label : fitText(label, textPx, labelPx), labelPx, yPx, labelPx);
  }
}

/** A single output speaks for the second class. */
function paintOutputMarks({ context, theme }: CanvasFrame, column: ColumnPlace, half: number): void {
  context.lineWidth = 1.8;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { unit, yPx } of column.units) {
    const classIndex = column.unitCount === 1 ? 1 : unit;
    context.beginPath();
    traceMark(context, classIndex, column.xPx + half + MARK_GAP_PX, yPx, MARK_RADIUS_PX);
    context.strokeStyle = cssColour(classRgb(theme, classIndex));
    context.stroke();
  }
  context.lineCap = 'butt';
}

/** A closed padlock on a small disc of paper. */
function paintLocks({ context, theme }: CanvasFrame, locks: readonly LockMark[]): void {
  context.lineWidth = 1.2;
  for (const { xPx, yPx } of locks) {
    context.beginPath();
    context.arc(xPx, yPx, 7.5, 0, 2 * Math.PI);
    context.fillStyle = cssColour(theme.plane);
    context.fill();
    context.strokeStyle = cssColour(theme.line);
    context.stroke();
    context.beginPath();
    context.moveTo(xPx - 2.1, yPx);
    context.lineTo(xPx - 2.1, yPx - 1.8);
    context.arc(xPx, yPx - 1.8, 2.1, Math.PI, 0);
    context.lineTo(xPx + 2.1, yPx);
    context.strokeStyle = cssColour(theme.ink);
    context.stroke();
    context.fillStyle = cssColour(theme.ink);
    context.fillRect(xPx - 3.5, yPx - 0.5, 7, 4.5);
  }
}
