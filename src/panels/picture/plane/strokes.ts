/** What a press does to the document, from its first to its last place. Pixels in, edits out; nothing here knows of events or React. */

import type { PlaneScale } from '../../../drawings/boundary/planeScale';
import { type DataSpec, type Experiment, pointCount } from '../../../engine/experiment';
import { addPoints, movePoints, type NewPoint, removePoints } from '../../../store/dataEdits';
import { manyPoints, prepared } from '../../../store/derived';
import type { Tool } from '../../../store/runState';
import type { State } from '../../../store/store';
import { edit, look, store } from '../../../store/store';
import { pinAt } from './aim';
import { nearestPoint, pointsInBox, pointsWithin, type Spot, type SpotArea } from './nearest';
import { shiftPlane } from './planeZoom';
import { tellIfFull } from './tellFull';

/** A second press at one place does not lay a point over the first. */
const samePlacePx = 0.25;
const eraserPx = 16;
/** Rest of the eraser among many points in ms: the worker, which begins again with what stays, shares the machine with the page. */
const eraserRestMs = 100;
/** Distance of the points of a spray along the stroke, and their largest distance from it, in pixels. */
const sprayEveryPx = 16;
const sprayWidthPx = 14;

/** Points on their way. Each place follows from where they were taken, so that a way back ends where it began. */
export interface Move {
  readonly kind: 'move';
  readonly indices: ReadonlySet<number>;
  readonly data: DataSpec;
  /** The place of the plane where they were taken. */
  readonly from: readonly [x: number, y: number];
}

/** The eraser on its way. Among many points it takes away all that it has passed over a few times a second, not at each place. */
export interface Erasing {
  readonly kind: 'erase';
  /** Places whose points are still to go. */
  readonly passed: { readonly scale: PlaneScale; readonly spot: Spot }[];
  /** The points that were there: those of another document, or of an undo meanwhile, stay. */
  source: DataSpec['source'];
  /** Its next turn, or the end of its rest. */
  due: ReturnType<typeof setTimeout> | undefined;
}

export type Stroke =
  | { readonly kind: 'spray'; last: Spot }
  | Erasing
  | { readonly kind: 'probe'; readonly reachPx: number }
  | { readonly kind: 'pan'; last: Spot }
  | Move
  | { readonly kind: 'box'; readonly from: Spot };

/** Index of the shown point within reach, or null. */
export function pointUnder({ experiment, view }: State, scale: PlaneScale, spot: Spot, reachPx: number) {
  const { points, split } = prepared(experiment.data);
  const isHidden = view.showTest ? undefined : split.isTest;
  return nearestPoint(points, experiment.data.inputs, scale, spot, reachPx, isHidden);
}

/** The point a spot stands for, with the class or value that is chosen. */
export function newPointAt({ experiment, view }: State, scale: PlaneScale, { xPx, yPx }: Spot): NewPoint {
  const { task, inputs, plane } = experiment.data;
  const within = (value: number, [low, high]: readonly [number, number]) =>
    Math.min(Math.max(value, low), high);
  const x1 = within(scale.fromX(xPx), plane.x);
  const height = within(scale.fromY(yPx), plane.y);
  if (task === 'regression') {
    return inputs === 1 ? { x1, x2: 0, y: height } : { x1, x2: height, y: view.newValue };
  }
  return { x1, x2: height, y: view.tool.kind === 'brush' ? view.tool.class : 0 };
}

/** Begins a drag with a tool. */
export function startStroke(tool: Tool['kind'], scale: PlaneScale, spot: Spot, reachPx: number): Stroke {
  switch (tool) {
    case 'eraser': {
      const { source } = store.getState().experiment.data;
      const stroke: Erasing = { kind: 'erase', passed: [], source, due: undefined };
      continueStroke(stroke, scale, spot);
      return stroke;
    }
    case 'probe':
      pinAt(scale, spot, reachPx);
      return { kind: 'probe', reachPx };
    case 'none':
      return { kind: 'pan', last: spot };
    case 'select': {
      const held = pointUnder(store.getState(), scale, spot, reachPx);
      return held === null ? { kind: 'box', from: spot } : moveOf(held, scale, spot);
    }
    case 'brush':
      place(scale, spot);
      return { kind: 'spray', last: spot };
  }
}

/** Takes hold of a point, and of what is selected with it. */
export function moveOf(held: number, scale: PlaneScale, spot: Spot): Move {
  const { experiment, view } = store.getState();
  const { selection } = view;
  return {
    kind: 'move',
    indices: selection.has(held) ? selection : new Set([held]),
    data: experiment.data,
    from: [scale.fromX(spot.xPx), scale.fromY(spot.yPx)],
  };
}

/** Brings them along to a place. */
export function moveTo({ data, indices, from: [x, y] }: Move, scale: PlaneScale, { xPx, yPx }: Spot): void {
  edit((experiment) => {
    // The part of the plane that is shown may be another by now.
    const { plane } = experiment.data;
    const start = plane === data.plane ? data : { ...data, plane };
    const before = start === experiment.data ? experiment : { ...experiment, data: start };
    return movePoints(before, indices, scale.fromX(xPx) - x, scale.fromY(yPx) - y);
  });
}

export function continueStroke(stroke: Stroke, scale: PlaneScale, spot: Spot): void {
  switch (stroke.kind) {
    case 'box':
      return;
    case 'erase':
      forgetOthers(stroke);
      stroke.passed.push({ scale, spot });
      if (pointCount(store.getState().experiment.data) < manyPoints) endStroke(stroke);
      else stroke.due ??= setTimeout(() => eraseInTurns(stroke));
      return;
    case 'probe':
      pinAt(scale, spot, stroke.reachPx);
      return;
    case 'spray':
      if (Math.hypot(spot.xPx - stroke.last.xPx, spot.yPx - stroke.last.yPx) < sprayEveryPx) return;
      spray(scale, spot);
      break;
    case 'move':
      moveTo(stroke, scale, spot);
      return;
    case 'pan':
      shiftPlane(
        scale.fromX(stroke.last.xPx) - scale.fromX(spot.xPx),
        scale.fromY(stroke.last.yPx) - scale.fromY(spot.yPx),
      );
      break;
  }
  stroke.last = spot;
}

/** Which points stay, what is worked out of them, and to show them takes a turn each; then the eraser rests. */
function eraseInTurns(stroke: Erasing): void {
  forgetOthers(stroke);
  const { experiment } = store.getState();
  const places = stroke.passed.length;
  const next = removePoints(experiment, pointsAt(stroke.passed));
  const show = () => {
    // With other settings the same points go after the rest.
    if (store.getState().experiment === experiment) {
      stroke.passed.splice(0, places);
      change(stroke, () => next);
    }
    stroke.due = setTimeout(() => {
      stroke.due = undefined;
      if (stroke.passed.length > 0) eraseInTurns(stroke);
    }, eraserRestMs);
  };
  stroke.due = setTimeout(() => {
    prepared(next.data);
    stroke.due = setTimeout(show);
  });
}

/** Does what is still to be done. The stroke may go on afterwards. */
export function endStroke(stroke: Stroke): void {
  if (stroke.kind !== 'erase') return;
  clearTimeout(stroke.due);
  stroke.due = undefined;
  forgetOthers(stroke);
  const gone = pointsAt(stroke.passed.splice(0));
  change(stroke, (experiment) => removePoints(experiment, gone));
}

function change(stroke: Erasing, to: (experiment: Experiment) => Experiment): void {
  edit(to);
  stroke.source = store.getState().experiment.data.source;
}

/** Forgets the places where the points are no longer those that were passed over. */
function forgetOthers(stroke: Erasing): void {
  const { source } = store.getState().experiment.data;
  if (source === stroke.source) return;
  stroke.source = source;
  stroke.passed.splice(0);
}

/**
 * A press that did not move. The brush places a point, also in a dense heap, unless one is at this very place; what is on a point is pinned
 * without a brush.
 */
export function press(tool: Tool['kind'], scale: PlaneScale, spot: Spot, reachPx: number): void {
  const isOn = (px: number) => pointUnder(store.getState(), scale, spot, px) !== null;
  if (tool === 'eraser') erase(scale, spot);
  else if (tool === 'brush' && !isOn(samePlacePx)) place(scale, spot);
  else if (tool !== 'select' || isOn(reachPx)) pinAt(scale, spot, tool === 'brush' ? samePlacePx : reachPx);
  else look({ selection: new Set() });
}

export function selectBox(scale: PlaneScale, box: SpotArea): void {
  const { data } = store.getState().experiment;
  look({ selection: pointsInBox(prepared(data).points, data.inputs, scale, box) });
}

function place(scale: PlaneScale, spot: Spot): void {
  const state = store.getState();
  tellIfFull();
  edit((experiment) => addPoints(experiment, [newPointAt(state, scale, spot)]));
}

function spray(scale: PlaneScale, { xPx, yPx }: Spot): void {
  const jitter = () => (Math.random() + Math.random() - 1) * sprayWidthPx;
  const state = store.getState();
  tellIfFull();
  edit((experiment) =>
    addPoints(experiment, [newPointAt(state, scale, { xPx: xPx + jitter(), yPx: yPx + jitter() })]),
  );
}

function erase(scale: PlaneScale, spot: Spot): void {
  const gone = pointsAt([{ scale, spot }]);
  edit((experiment) => removePoints(experiment, gone));
}

/** The points under the eraser. */
function pointsAt(places: Erasing['passed']): Set<number> {
  const { data } = store.getState().experiment;
  const { points } = prepared(data);
  const found = new Set<number>();
  for (const { scale, spot } of places) pointsWithin(points, data.inputs, scale, spot, eraserPx, found);
  return found;
}
