/** What a press does to the document, from its first to its last place. Pixels in, edits out; nothing here knows of events or React. */
import type { PlaneScale } from '../../../drawings/boundary/planeScale';
import { addPoints, movePoints, type NewPoint, removePoints } from '../../../store/dataEdits';
import { prepared } from '../../../store/derived';
import type { Tool } from '../../../store/runState';
import type { State } from '../../../store/store';
import { edit, look, store } from '../../../store/store';
import { pinAt } from './aim';
import { type Box, nearestPoint, pointsInBox, pointsWithin, type Spot } from './nearest';
import { shiftPlane } from './planeZoom';

const eraserPx = 16;
/** A spray lays a point about every so many pixels of a stroke, and this far to either side. */
const sprayEveryPx = 16;
const sprayWidthPx = 14;

export type Stroke =
  | { readonly kind: 'spray'; last: Spot }
  | { readonly kind: 'erase' }
  | { readonly kind: 'probe'; readonly reachPx: number }
  | { readonly kind: 'pan'; last: Spot }
  | { readonly kind: 'move'; readonly indices: ReadonlySet<number>; last: Spot }
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
    case 'eraser':
      erase(scale, spot);
      return { kind: 'erase' };
    case 'probe':
      pinAt(scale, spot, reachPx);
      return { kind: 'probe', reachPx };
    case 'none':
      return { kind: 'pan', last: spot };
    case 'select': {
      const held = pointUnder(store.getState(), scale, spot, reachPx);
      return held === null ? { kind: 'box', from: spot } : moveOf(held, spot);
    }
    case 'brush':
      place(scale, spot);
      return { kind: 'spray', last: spot };
  }
}

/** Moves a point, and what is selected with it. */
export function moveOf(held: number, spot: Spot): Stroke {
  const { selection } = store.getState().view;
  return { kind: 'move', indices: selection.has(held) ? selection : new Set([held]), last: spot };
}

export function continueStroke(stroke: Stroke, scale: PlaneScale, spot: Spot): void {
  switch (stroke.kind) {
    case 'box':
      return;
    case 'erase':
      erase(scale, spot);
      return;
    case 'probe':
      pinAt(scale, spot, stroke.reachPx);
      return;
    case 'spray':
      if (Math.hypot(spot.xPx - stroke.last.xPx, spot.yPx - stroke.last.yPx) < sprayEveryPx) return;
      spray(scale, spot);
      break;
    case 'move':
    case 'pan': {
      const dx = scale.fromX(spot.xPx) - scale.fromX(stroke.last.xPx);
      const dy = scale.fromY(spot.yPx) - scale.fromY(stroke.last.yPx);
      if (stroke.kind === 'pan') shiftPlane(-dx, -dy);
      else edit((experiment) => movePoints(experiment, stroke.indices, dx, dy));
      break;
    }
  }
  stroke.last = spot;
}

/** A press that did not move: it pins the point that it is on, whatever the tool; or else does at its place what the tool is for. */
export function press(tool: Tool['kind'], scale: PlaneScale, spot: Spot, reachPx: number): void {
  const isOnPoint = pointUnder(store.getState(), scale, spot, reachPx) !== null;
  if (tool === 'eraser') erase(scale, spot);
  else if (isOnPoint || tool === 'none' || tool === 'probe') pinAt(scale, spot, reachPx);
  else if (tool === 'brush') place(scale, spot);
  else look({ selection: new Set() });
}

export function selectBox(scale: PlaneScale, box: Box): void {
  const { data } = store.getState().experiment;
  look({ selection: pointsInBox(prepared(data).points, data.inputs, scale, box) });
}

function place(scale: PlaneScale, spot: Spot): void {
  const state = store.getState();
  edit((experiment) => addPoints(experiment, [newPointAt(state, scale, spot)]));
  look({ selection: new Set() });
}

function spray(scale: PlaneScale, { xPx, yPx }: Spot): void {
  const jitter = () => (Math.random() + Math.random() - 1) * sprayWidthPx;
  const state = store.getState();
  edit((experiment) =>
    addPoints(experiment, [newPointAt(state, scale, { xPx: xPx + jitter(), yPx: yPx + jitter() })]),
  );
}

function erase(scale: PlaneScale, spot: Spot): void {
  const { data } = store.getState().experiment;
  const gone = pointsWithin(prepared(data).points, data.inputs, scale, spot, eraserPx);
  if (gone.size === 0) return;
  edit((experiment) => removePoints(experiment, gone));
  look({ selection: new Set() });
}
