/**
 * Brackets the changes of one drag, or of one held key, so that undo takes them back together: `onStart` before the
 * first change, `onEnd` after the pointer or key is let go. A change without either (assistive technology) is a gesture
 * of its own. A finger's changes wait until it moves sideways or is lifted: it may be about to scroll the page.
 */
import { type PointerEvent, useEffect, useState } from 'react';

export interface GestureOptions {
  readonly onStart?: (() => void) | undefined;
  readonly onEnd?: (() => void) | undefined;
}

/** Moving a finger this far sideways means the slider, not the page. */
const SIDEWAYS_PX = 6;

export function useGesture({ onStart, onEnd }: GestureOptions) {
  const [gesture] = useState(createGesture);
  useEffect(() => {
    gesture.listen({ onStart, onEnd });
  });
  useEffect(() => gesture.release, [gesture]);
  return gesture;
}

function createGesture() {
  let owner: GestureOptions = {};
  let held = false;
  let changed = false;
  /** Where a finger came down that has not decided yet. */
  let undecidedX: number | null = null;
  let waiting: (() => void) | null = null;

  function change(act: () => void) {
    if (undecidedX !== null) {
      waiting = act;
      return;
    }
    if (!changed) owner.onStart?.();
    changed = true;
    act();
    if (!held) release();
  }
  function decide() {
    undecidedX = null;
    if (waiting) change(waiting);
    waiting = null;
  }
  function release() {
    decide();
    held = false;
    if (changed) owner.onEnd?.();
    changed = false;
  }
  function cancel() {
    waiting = null;
    release();
  }
  return {
    listen: (to: GestureOptions) => {
      owner = to;
    },
    holdKey: () => {
      held = true;
    },
    holdPointer: ({ pointerType, clientX }: PointerEvent) => {
      held = true;
      undecidedX = pointerType === 'touch' ? clientX : null;
      window.addEventListener('pointerup', release, { once: true });
      window.addEventListener('pointercancel', cancel, { once: true });
    },
    movePointer: ({ clientX }: PointerEvent) => {
      if (undecidedX !== null && Math.abs(clientX - undecidedX) > SIDEWAYS_PX) decide();
    },
    release,
    /** Runs one change inside the gesture. */
    change,
  };
}
