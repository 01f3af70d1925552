/**
 * What the hand does on the plane, the same for mouse, pen and finger. The brush places a point where it is pressed and sprays while
 * dragged; pressed on a point it moves that point, or pins it where the press does not move; the eraser removes; select draws a box, or
 * moves what is selected; the probe is pinned where it is pressed, and dragged along. One press, one step of undo.
 */
import { type PointerEvent, useRef, useState } from 'react';
import type { PlaneScale } from '../../drawings/boundary/planeScale';
import { addPoints, movePoints, type NewPoint, removePoints } from '../../store/dataEdits';
import { prepared } from '../../store/derived';
import type { State } from '../../store/store';
import { beginGesture, edit, endGesture, look, store } from '../../store/store';
import { aim, pinAt } from './aim';
import { type Box, nearestPoint, pointsInBox, pointsWithin, type Spot } from './nearest';

/** How near a press must be to take hold of a point, in pixels. */
const reaches: Readonly<Record<string, number>> = { mouse: 9, pen: 12, touch: 20 };
const eraserPx = 16;
/** A spray lays a point about every so many pixels of a stroke, and this far to either side. */
const sprayEveryPx = 16;
const sprayWidthPx = 14;
/** A press that has not gone so far moves nothing. */
const stillPx = 3;

type Stroke =
  | { readonly kind: 'spray'; last: Spot }
  | { readonly kind: 'erase' }
  | { readonly kind: 'probe'; readonly reach: number }
  | {
      readonly kind: 'move';
      readonly held: number;
      readonly indices: ReadonlySet<number>;
      last: Spot;
      isMoving: boolean;
    }
  | { readonly kind: 'box'; readonly from: Spot };

export function usePlaneTools(scale: PlaneScale) {
  const stroke = useRef<Stroke | null>(null);
  const [box, setBox] = useState<Box | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || stroke.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    beginGesture();
    const spot = spotOf(event);
    stroke.current = startStroke(store.getState(), scale, spot, reachOf(event));
    if (stroke.current.kind === 'box') setBox({ from: spot, to: spot });
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const current = stroke.current;
    const spot = spotOf(event);
    aim(scale, spot, reachOf(event));
    if (!current) return;
    if (current.kind === 'box') setBox({ from: current.from, to: spot });
    else continueStroke(current, scale, spot);
  };

  const onPointerUp = () => {
    const current = stroke.current;
    if (current?.kind === 'box' && box) selectBox(scale, box);
    if (current?.kind === 'move' && !current.isMoving) {
      look({ probe: { kind: 'point', index: current.held } });
    }
    finish();
  };

  const onPointerCancel = () => {
    if (stroke.current?.kind === 'box' && box) selectBox(scale, box);
    finish();
  };

  const finish = () => {
    setBox(null);
    stroke.current = null;
    endGesture();
  };

  return { box, handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } };
}

function spotOf(event: PointerEvent<HTMLElement>): Spot {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { xPx: event.clientX - left, yPx: event.clientY - top };
}

function reachOf({ pointerType }: PointerEvent): number {
  return reaches[pointerType] ?? 9;
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

function startStroke(state: State, scale: PlaneScale, spot: Spot, reach: number): Stroke {
  const { data } = state.experiment;
  const { points } = prepared(data);
  const { tool, selection } = state.view;
  if (tool.kind === 'eraser') {
    erase(scale, spot);
    return { kind: 'erase' };
  }
  if (tool.kind === 'probe') {
    pinAt(scale, spot, reach);
    return { kind: 'probe', reach };
  }
  const held = nearestPoint(points, data.inputs, scale, spot, reach);
  if (held !== null) {
    const indices = selection.has(held) ? selection : new Set([held]);
    return { kind: 'move', held, indices, last: spot, isMoving: false };
  }
  if (tool.kind === 'select') return { kind: 'box', from: spot };
  edit((experiment) => addPoints(experiment, [newPointAt(state, scale, spot)]));
  look({ selection: new Set() });
  return { kind: 'spray', last: spot };
}

function continueStroke(stroke: Exclude<Stroke, { kind: 'box' }>, scale: PlaneScale, spot: Spot): void {
  if (stroke.kind === 'erase') {
    erase(scale, spot);
    return;
  }
  if (stroke.kind === 'probe') {
    pinAt(scale, spot, stroke.reach);
    return;
  }
  const [dxPx, dyPx] = [spot.xPx - stroke.last.xPx, spot.yPx - stroke.last.yPx];
  if (stroke.kind === 'move') {
    if (!stroke.isMoving && Math.hypot(dxPx, dyPx) < stillPx) return;
    stroke.isMoving = true;
    const dx = scale.fromX(dxPx) - scale.fromX(0);
    const dy = scale.fromY(dyPx) - scale.fromY(0);
    edit((experiment) => movePoints(experiment, stroke.indices, dx, dy));
    stroke.last = spot;
    return;
  }
  if (Math.hypot(dxPx, dyPx) < sprayEveryPx) return;
  spray(scale, spot);
  stroke.last = spot;
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

function selectBox(scale: PlaneScale, box: Box): void {
  const { data } = store.getState().experiment;
  look({ selection: pointsInBox(prepared(data).points, data.inputs, scale, box) });
}
