/**
 * Presses on the plane. A press that stays where it is pins the point it is on, or does what its tool is for; a drag is a stroke of the
 * tool. Points are moved by the move tool or after a long press, never by the way. A mouse acts at once; a finger when it has moved or
 * left, so that a second one can still make it a pinch, which draws nothing. One press, one step of undo.
 */
import { type PointerEvent, useEffect, useState } from 'react';
import { beginGesture, cancelGesture, endGesture } from '../../../store/store';
import { aim } from './aim';
import { createFingers } from './fingers';
import { createPress, type PressLook, reachOf, spotOf } from './planePress';
import { type PlaneSize, scaleNow } from './planeZoom';

const nothing: PressLook = { box: null, isMoving: false };

export function usePlaneTools(size: PlaneSize) {
  const [looks, setLooks] = useState(nothing);
  const [fingers] = useState(createFingers);
  const [press] = useState(() => createPress(setLooks));
  useEffect(() => press.leave, [press]);

  const leave = () => {
    press.leave();
    setLooks(nothing);
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const isTouch = event.pointerType === 'touch';
    if (event.button !== 0 || (press.isOn() && !isTouch)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (isTouch && fingers.down(event.pointerId, spotOf(event))) {
      leave();
      cancelGesture();
      beginGesture();
    } else if (!press.isOn() && !fingers.arePinching()) {
      beginGesture();
      if (isTouch) aim(scaleNow(size), spotOf(event), reachOf(event));
      press.begin(event, size);
    }
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (fingers.move(event.pointerId, spotOf(event), size)) return;
    aim(scaleNow(size), spotOf(event), reachOf(event));
    press.move(event, size);
  };

  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    if (fingers.up(event.pointerId)) endGesture();
    else if (press.isOn(event.pointerId)) {
      press.finish(event, size);
      leave();
      endGesture();
    }
  };

  const onPointerCancel = (event: PointerEvent<HTMLElement>) => {
    const wasPinch = fingers.up(event.pointerId);
    if (press.isOn(event.pointerId)) leave();
    else if (!wasPinch) return;
    endGesture();
  };

  return {
    ...looks,
    /** Whether the page may not take a finger's movement for scrolling. */
    holdsFinger: () => fingers.arePinching() || press.isStroke(),
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
  };
}
