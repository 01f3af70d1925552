/**
 * Presses on the plane. A press that stays where it is pins the point it is on, or does what its tool is for; a drag is a stroke of the
 * tool. Points are moved by the move tool or after a long press, never by the way. A mouse acts at once; a finger when it has moved or
 * left, so that a second one can still make it a pinch, which draws nothing. One press, one step of undo.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Tool } from '../../store/runState';
import { beginGesture, cancelGesture, endGesture, store } from '../../store/store';
import { aim } from './aim';
import type { Box, Spot } from './nearest';
import { type PlaneSize, pinch, scaleNow } from './planeZoom';
import { continueStroke, moveOf, pointUnder, press, type Stroke, selectBox, startStroke } from './strokes';

/** How near a press must be to mean a point, in pixels, and how far it may move and still be a press. */
const reaches: Readonly<Record<string, number>> = { mouse: 9, pen: 12, touch: 20 };
const slips: Readonly<Record<string, number>> = { mouse: 4, pen: 6, touch: 8 };
const longPressMs = 450;

interface Press {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly start: Spot;
  readonly reachPx: number;
  readonly tool: Tool['kind'];
  /** null until it is known that it is no mere press. */
  stroke: Stroke | null;
}

export function usePlaneTools(size: PlaneSize) {
  const [box, setBox] = useState<Box | null>(null);
  const [isMoving, setMoving] = useState(false);
  const current = useRef<Press | null>(null);
  const longPress = useRef<ReturnType<typeof setTimeout>>(undefined);
  const fingers = useFingers(size);
  useEffect(() => () => clearTimeout(longPress.current), []);

  const begin = (event: PointerEvent<HTMLElement>): Press => {
    const spot = spotOf(event);
    const reachPx = reaches[event.pointerType] ?? 9;
    const tool = store.getState().view.tool.kind;
    const begun: Press = {
      pointerId: event.pointerId,
      pointerType: event.pointerType,
      start: spot,
      reachPx,
      tool,
      stroke: null,
    };
    const held = pointUnder(store.getState(), scaleNow(size), spot, reachPx);
    if (held !== null && (tool === 'brush' || tool === 'none')) {
      longPress.current = setTimeout(() => {
        begun.stroke = moveOf(held, spot);
        setMoving(true);
      }, longPressMs);
    } else if (event.pointerType !== 'touch' && tool !== 'none' && tool !== 'select') {
      begun.stroke = startStroke(tool, scaleNow(size), spot, reachPx);
    }
    return begun;
  };

  const end = () => {
    clearTimeout(longPress.current);
    current.current = null;
    setBox(null);
    setMoving(false);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || (current.current && event.pointerType !== 'touch')) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (fingers.down(event)) {
      end();
      cancelGesture();
      beginGesture();
    } else if (!current.current && !fingers.arePinching()) {
      beginGesture();
      current.current = begin(event);
      if (event.pointerType === 'touch') aim(scaleNow(size), spotOf(event), current.current.reachPx);
    }
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (fingers.move(event)) return;
    const spot = spotOf(event);
    const scale = scaleNow(size);
    aim(scale, spot, reaches[event.pointerType] ?? 9);
    const begun = current.current;
    if (begun?.pointerId !== event.pointerId) return;
    if (!begun.stroke) {
      if (!hasSlipped(begun, spot)) return;
      clearTimeout(longPress.current);
      // The page scrolls under a finger without a tool, and says so by a cancelled press.
      if (begun.tool === 'none' && begun.pointerType === 'touch') return;
      begun.stroke = startStroke(begun.tool, scale, begun.start, begun.reachPx);
    }
    if (begun.stroke.kind === 'box') setBox({ from: begun.stroke.from, to: spot });
    else continueStroke(begun.stroke, scale, spot);
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const begun = current.current;
    if (fingers.up(event)) {
      endGesture();
      return;
    }
    if (begun?.pointerId !== event.pointerId) return;
    const spot = spotOf(event);
    if (box) selectBox(scaleNow(size), box);
    else if (!begun.stroke && !hasSlipped(begun, spot))
      press(begun.tool, scaleNow(size), spot, begun.reachPx);
    end();
    endGesture();
  };

  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    fingers.up(event);
    if (current.current?.pointerId === event.pointerId) end();
    endGesture();
  };

  return {
    box,
    isMoving,
    /** Whether the page may not take a finger's movement for scrolling. */
    holdsFinger: () => fingers.arePinching() || current.current?.stroke != null,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}

/** The fingers on the plane; two of them pinch. */
function useFingers(size: PlaneSize) {
  const spots = useRef(new Map<number, Spot>());
  const pair = useRef<readonly [number, number] | null>(null);
  const spotsOf = ([a, b]: readonly [number, number]) =>
    [spots.current.get(a), spots.current.get(b)] as [Spot, Spot];
  return {
    arePinching: () => pair.current !== null,
    /** Answers whether this one makes it a pinch. */
    down: (event: PointerEvent<HTMLElement>): boolean => {
      if (event.pointerType !== 'touch') return false;
      spots.current.set(event.pointerId, spotOf(event));
      const [first, second] = spots.current.keys();
      if (pair.current || first === undefined || second === undefined) return false;
      pair.current = [first, second];
      return true;
    },
    /** Answers whether the movement was one of a pinch. */
    move: (event: PointerEvent<HTMLElement>): boolean => {
      if (!spots.current.has(event.pointerId)) return false;
      const before = pair.current && spotsOf(pair.current);
      spots.current.set(event.pointerId, spotOf(event));
      if (!pair.current || !before) return false;
      pinch(size, before, spotsOf(pair.current));
      return true;
    },
    /** Answers whether a pinch ends. */
    up: (event: PointerEvent<HTMLElement>): boolean => {
      spots.current.delete(event.pointerId);
      if (!pair.current?.includes(event.pointerId)) return false;
      pair.current = null;
      // The finger that is left draws nothing before it has left, too.
      spots.current.clear();
      return true;
    },
  };
}

function hasSlipped({ start, pointerType }: Press, spot: Spot): boolean {
  return Math.hypot(spot.xPx - start.xPx, spot.yPx - start.yPx) > (slips[pointerType] ?? 4);
}

function spotOf(event: PointerEvent<HTMLElement>): Spot {
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { xPx: event.clientX - left, yPx: event.clientY - top };
}
