/** The network on a canvas: edges below, a thumbnail for each unit, names of the inputs on the left and class marks on the right. */
import type { Task } from '../../engine/data/dataset';
import type { NetworkPlan } from '../../engine/model/network';
import type { UnitGrid } from '../../engine/training/snapshot';
import { traceMark } from '../classMarks';
import { cssColour, mix } from '../colours';
import type { Source } from '../source';
import type { Paint, Surface } from '../stage';
import { allEdges, bundleEdges } from './edges';
import type { NetworkFrame } from './frame';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';
import { createThumbnailPaint } from './paintThumbnails';
import { traceTiles } from './tiles';

export interface NetworkPicture {
  readonly plan: NetworkPlan;
  readonly layout: NetworkLayout;
  readonly task: Task;
  /** Features as plain text. [input] */
  readonly inputLabels: readonly string[];
  /** [input][row][column]; null before there are any. */
  readonly inputMaps: UnitGrid | null;
  readonly frame: Source<NetworkFrame>;
}

const DASH = [5, 3.2];

export function createNetworkPaint(picture: NetworkPicture): Paint {
  const { layout, plan, frame } = picture;
  const paintThumbnails = createThumbnailPaint(layout, picture.task, picture.inputMaps);
  return (surface) => {
    const { context, widthPx, heightPx } = surface;
    const { parameters, unitMaps } = frame.get();
    context.clearRect(0, 0, widthPx, heightPx);
    if (parameters?.length === plan.parameterCount) paintEdges(surface, plan, layout, parameters);
    else paintPaleEdges(surface, plan, layout);
    paintTiles(surface, layout);
    paintThumbnails(surface, unitMaps);
    paintTileBorders(surface, layout);
    paintNames(surface, picture);
  };
}

function paintEdges(
  { context, theme }: Surface,
  plan: NetworkPlan,
  layout: NetworkLayout,
  parameters: Float32Array,
) {
  for (const { sign, strength, ends } of bundleEdges(plan, layout, parameters)) {
    context.beginPath();
    traceEdges(context, ends);
    context.setLineDash(sign > 0 ? [] : DASH);
    context.strokeStyle = cssColour(sign > 0 ? theme.positive : theme.negative, 0.1 + 0.46 * strength);
    context.lineWidth = 0.4 + 3.2 * strength ** 1.2;
    context.stroke();
  }
  context.setLineDash([]);
}

function paintPaleEdges({ context, theme }: Surface, plan: NetworkPlan, layout: NetworkLayout): void {
  context.beginPath();
  traceEdges(context, allEdges(plan, layout));
  context.strokeStyle = cssColour(theme.soft, 0.16);
  context.lineWidth = 0.75;
  context.stroke();
}

/** Level at both ends, so that edges leave and reach a unit straight. */
function traceEdges(context: CanvasRenderingContext2D, ends: readonly number[]): void {
  for (let i = 0; i < ends.length; i += 4) {
    const [x0, y0, x1, y1] = [ends[i]!, ends[i + 1]!, ends[i + 2]!, ends[i + 3]!];
    const reach = (x1 - x0) * 0.48;
    context.moveTo(x0, y0);
    context.bezierCurveTo(x0 + reach, y0, x1 - reach, y1, x1, y1);
  }
}

function paintTiles({ context, theme }: Surface, layout: NetworkLayout): void {
  traceTiles(context, layout);
  context.fillStyle = cssColour(theme.plane);
  context.fill();
}

function paintTileBorders({ context, theme }: Surface, layout: NetworkLayout): void {
  traceTiles(context, layout);
  context.strokeStyle = cssColour(mix(theme.line, theme.soft, 0.35));
  context.lineWidth = 1;
  context.stroke();
}

/** Names of the inputs, marks of the classes, and how many units are not shown. */
function paintNames(surface: Surface, { layout, task, inputLabels }: NetworkPicture): void {
  const { context, theme } = surface;
  const half = layout.thumbnailPx / 2;
  context.textBaseline = 'middle';
  for (const column of layout.columns) {
    context.fillStyle = cssColour(theme.soft);
    if (column.folded) {
      context.font = `11px ${theme.font}`;
      context.textAlign = 'center';
      context.fillText(`+${column.folded.count}`, column.xPx, column.folded.yPx);
    }
    if (column.kind === 'inputs') paintInputLabels(surface, column, inputLabels, half);
    if (column.kind === 'outputs' && task === 'classification') paintOutputMarks(surface, column, half);
  }
}

function paintInputLabels(
  { context, theme }: Surface,
  column: ColumnPlace,
  labels: readonly string[],
  half: number,
) {
  context.font = `12px ${theme.font}`;
  context.textAlign = 'right';
  for (const { unit, yPx } of column.units) {
    context.fillText(labels[unit] ?? '', column.xPx - half - 7, yPx, column.xPx - half - 9);
  }
}

/** A single output speaks for the second class. */
function paintOutputMarks({ context, theme }: Surface, column: ColumnPlace, half: number): void {
  context.lineWidth = 1.8;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { unit, yPx } of column.units) {
    const classIndex = column.unitCount === 1 ? 1 : unit;
    context.beginPath();
    traceMark(context, classIndex, column.xPx + half + 14, yPx, 4.6);
    context.strokeStyle = cssColour(theme.classes[classIndex % theme.classes.length]!);
    context.stroke();
  }
  context.lineCap = 'butt';
}
