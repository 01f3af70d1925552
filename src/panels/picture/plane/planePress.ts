/**
 * One press from its beginning to its end: whether it is a mere press, a stroke of the tool, or has taken hold of a point after a while.
 * Owns the timer of the long press.
 */
import type { PointerEvent } from 'react';
import type { Tool } from '../../../store/runState';
import { store } from '../../../store/store';
import type { Spot, SpotArea } from './nearest';
import { type PlaneSize, scaleNow } from './planeZoom';
import {
  continueStroke,
  endStroke,
  moveOf,
  pointUnder,
  press,
  type Stroke,
  selectBox,
  startStroke,
} from './strokes';

/** How near a press must be to mean a point, in pixels, and how far it may move and still be a mere press. */
const reaches: Readonly<Record<string, number>> = { mouse: 9, pen: 12, touch: 20 };
const slips: Readonly<Record<string, number>> = { mouse: 4, pen: 6, touch: 8 };
const longPressMs = 450;

type Pointer = PointerEvent<HTMLElement>;

/** What a press shows of itself. */
export interface PressLook {
  /** That is being drawn round points. */
  readonly box: SpotArea | null;
  /** Whether it has taken hold of a point. */
  readonly isMoving: boolean;
}

interface Press {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly start: Spot;
  readonly reachPx: number;
  readonly tool: Tool['kind'];
  /** null until it is known that it is no mere press. */
  stroke: Stroke | null;
  /** A long press holds a point that has not moved yet: it still counts as a press if it ends here. */
  isHolding: boolean;
}

export function reachOf({ pointerType }: Pointer): number {
  return reaches[pointerType] ?? 9;
}

export function spotOf({ currentTarget, clientX, clientY }: Pointer): Spot {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { xPx: clientX - left, yPx: clientY - top };
}

export function createPress(show: (looks: PressLook) => void) {
  let current: Press | null = null;
  let longPress: ReturnType<typeof setTimeout> | undefined;

  const begin = (event: Pointer, size: PlaneSize) => {
    const { pointerId, pointerType } = event;
    const { mode, tool: armed } = store.getState().view;
    // In Present the tools are hidden, so that a press only points.
    const tool = mode === 'present' ? 'none' : armed.kind;
    const [start, reachPx] = [spotOf(event), reachOf(event)];
    const begun: Press = { pointerId, pointerType, start, reachPx, tool, stroke: null, isHolding: false };
    current = begun;
    const held = pointUnder(store.getState(), scaleNow(size), start, reachPx);
    if (held !== null && (tool === 'brush' || tool === 'none')) {
      longPress = setTimeout(() => {
        begun.stroke = moveOf(held, scaleNow(size), start);
        begun.isHolding = true;
        show({ box: null, isMoving: true });
      }, longPressMs);
    } else if (actsAtOnce(begun)) begun.stroke = startStroke(tool, scaleNow(size), start, reachPx);
  };

  const move = (event: Pointer, size: PlaneSize) => {
    if (current?.pointerId !== event.pointerId) return;
    const [spot, scale] = [spotOf(event), scaleNow(size)];
    if (!current.stroke || current.isHolding) {
      if (!hasSlipped(current, spot)) return;
      clearTimeout(longPress);
      current.isHolding = false;
    }
    if (!current.stroke) {
      // The page scrolls under a finger without a tool, and takes the press away.
      if (current.tool === 'none' && current.pointerType === 'touch') return;
      current.stroke = startStroke(current.tool, scale, current.start, current.reachPx);
    }
    const { stroke } = current;
    if (stroke.kind === 'box') show({ box: { from: stroke.from, to: spot }, isMoving: false });
    else continueStroke(stroke, scale, spot);
  };

  const finish = (event: Pointer, size: PlaneSize) => {
    if (!current) return;
    const { stroke, tool, reachPx, isHolding } = current;
    const spot = spotOf(event);
    if (stroke?.kind === 'box') selectBox(scaleNow(size), { from: stroke.from, to: spot });
    else if ((!stroke || isHolding) && !hasSlipped(current, spot)) press(tool, scaleNow(size), spot, reachPx);
  };

  return {
    begin,
    move,
    finish,
    leave: () => {
      clearTimeout(longPress);
      if (current?.stroke) endStroke(current.stroke);
      current = null;
    },
    /** Without an id, whether any pointer presses. */
    isOn: (pointerId = current?.pointerId) => current !== null && current.pointerId === pointerId,
    isOfFinger: () => current?.pointerType === 'touch',
    isStroke: () => current?.stroke != null,
  };
}

/** A finger's first movement tells what it is for; without a tool, or to choose points, so does that of a mouse. */
function actsAtOnce({ pointerType, tool }: Press): boolean {
  return pointerType !== 'touch' && tool !== 'none' && tool !== 'select';
}

function hasSlipped({ start, pointerType }: Press, spot: Spot): boolean {
  return Math.hypot(spot.xPx - start.xPx, spot.yPx - start.yPx) > (slips[pointerType] ?? 4);
}
