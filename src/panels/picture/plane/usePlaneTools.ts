/**
 * Presses on the plane. A press that stays where it is does at its place what its tool is for; a drag is a stroke of the tool. Points are
 * moved by the move tool or after a long press, never by the way. A mouse acts at once; a finger when it has moved or left, so that a
 * second one can still make it a pinch, which draws nothing. Beside a pen fingers do nothing at all. One press, one step of undo.
 */
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { beginGesture, cancelGesture, endGesture } from '../../../store/store';
import { aim } from './aim';
import { createFingers, createPen, watchTouches } from './fingers';
import { createPress, type PressLook, reachOf, spotOf } from './planePress';
import { type PlaneSize, scaleNow } from './planeZoom';

type Pointer = PointerEvent<HTMLElement>;

const nothing: PressLook = { box: null, isMoving: false };

export function usePlaneTools(size: PlaneSize) {
  const [looks, setLooks] = useState(nothing);
  const [fingers] = useState(createFingers);
  const [pen] = useState(createPen);
  const [press] = useState(() => createPress(setLooks));
  const isSecond = useTouches();
  useEffect(() => press.leave, [press]);

  const leave = () => {
    press.leave();
    setLooks(nothing);
  };

  const onPointerDown = (event: Pointer) => {
    pen.see(event);
    const isTouch = event.pointerType === 'touch';
    if (event.button !== 0 || (isTouch && pen.makesPalm(event.timeStamp))) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const takesOver = isTouch ? makesPinch(event, fingers) : takesFromPalm(event, fingers, press);
    if (takesOver) {
      leave();
      cancelGesture();
    }
    const isPinch = isTouch && (takesOver || fingers.arePinching());
    if (isPinch) beginGesture();
    else if (!press.isOn() && !(isTouch && isSecond(event.pointerId))) begin(event, press, size);
  };

  const onPointerMove = (event: Pointer) => {
    pen.see(event);
    if (fingers.move(event.pointerId, spotOf(event), size)) return;
    // The touch of a palm, or the finger that remains after a pinch.
    if (event.pointerType === 'touch' && !press.isOn(event.pointerId)) return;
    aim(scaleNow(size), spotOf(event), reachOf(event));
    press.move(event, size);
  };

  const onPointerUp = (event: Pointer) => {
    if (fingers.up(event.pointerId)) endGesture();
    else if (press.isOn(event.pointerId)) {
      press.finish(event, size);
      leave();
      endGesture();
    }
  };

  const onPointerCancel = (event: Pointer) => {
    pen.see(event);
    const wasPinch = fingers.up(event.pointerId);
    if (press.isOn(event.pointerId)) leave();
    else if (!wasPinch) return;
    endGesture();
  };

  return {
    ...looks,
    /** Whether the page may not take a finger's movement for scrolling. */
    holdsFinger: () => fingers.arePinching() || press.isStroke(),
    /** A pen that goes away. */
    onLeave: pen.see,
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}

type Press = ReturnType<typeof createPress>;
type Fingers = ReturnType<typeof createFingers>;

function begin(event: Pointer, press: Press, size: PlaneSize): void {
  beginGesture();
  if (event.pointerType === 'touch') aim(scaleNow(size), spotOf(event), reachOf(event));
  press.begin(event, size);
}

/** Whether this finger is the second of a pinch, which takes back what the first has begun. */
function makesPinch(event: Pointer, fingers: Fingers): boolean {
  return fingers.down(event.pointerId, spotOf(event));
}

/** Whether this is a pen whose hand has begun something, which the pen takes back. */
function takesFromPalm({ pointerType }: Pointer, fingers: Fingers, press: Press): boolean {
  return pointerType === 'pen' && (fingers.forget() || press.isOfFinger());
}

/** Answers whether a finger is not the only one on the screen. */
function useTouches(): (id: number) => boolean {
  const touches = useRef<ReturnType<typeof watchTouches>>(null);
  useEffect(() => {
    const watched = watchTouches();
    touches.current = watched;
    return watched.stop;
  }, []);
  return (id) => touches.current?.isSecond(id) ?? false;
}
