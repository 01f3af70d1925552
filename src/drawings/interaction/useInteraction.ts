/**
 * What pointer and keys do with a picture: point at something in it, choose it, drag it, go from one thing to the next, let go, and
 * what a screen reader says of that. Knows nothing of the things themselves, which are points, places or epochs.
 */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { type Direction, directionOf, hasModifier, stepsOf } from './keyMoves';

/** A place of the picture under a pointer, in CSS pixels from its left top corner. */
export interface PointerSpot {
  readonly xPx: number;
  readonly yPx: number;
  /** Of the picture. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Radius around the spot in which things count as pointed at: larger for a finger than for a mouse. */
  readonly reachPx: number;
}

export interface Interaction<Target> {
  /** What lies at a spot; null for nothing. Without it, only keys do something. */
  readonly targetAt?: (spot: PointerSpot) => Target | null;
  /** What is pointed at now, by pointer or keys. */
  readonly pointed: () => Target | null;
  /** Something else is pointed at, or nothing any more. */
  readonly onPoint?: (target: Target | null) => void;
  /**
   * Something is chosen by a press, Enter or Space; null for a press beside everything. `isAdded` to what is chosen already: by key, or
   * with Shift, Ctrl or Cmd. Answers what is said of it.
   */
  readonly onChoose?: (target: Target | null, isAdded: boolean) => string | undefined;
  /** With it, a press chooses at once, or without `onChoose` begins to drag, and the pointer is followed until it is released. */
  readonly onDrag?: ((target: Target) => void) | undefined;
  /** What an arrow key leads to on a plane; null where it leads nowhere. Shift makes it coarse. */
  readonly walk?: (from: Target | null, direction: Direction, isCoarse: boolean) => Target | null;
  /** Instead of `walk`: what a key leads to along a line, see `stepsOf`. */
  readonly step?: ((from: Target | null, steps: number) => Target | null) | undefined;
  /** Steps that a Page key goes, 10 if not given. */
  readonly page?: number;
  /** What is said of the target that a key led to. */
  readonly wordsOf?: (target: Target) => string;
  /** Further keys, looked at first; answers whether the key means something. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
}

const reachPx: Readonly<Record<string, number>> = { mouse: 12, pen: 14, touch: 24 };

/** `handlers` belong on the element that covers the picture, `said` in a live region. */
export function useInteraction<Target>(interaction: Interaction<Target>) {
  const { targetAt, onDrag, onChoose } = interaction;
  const [said, say] = useState('');
  const isDragging = useRef(false);
  const acts = actsOf(interaction, say);
  const letGo = () => acts.point(null);
  const endDrag = () => {
    isDragging.current = false;
  };
  const targetUnder = (event: PointerEvent<HTMLElement>) => targetAt?.(spotOf(event)) ?? null;

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const target = targetUnder(event);
      acts.point(target);
      if (!onDrag || target === null || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      isDragging.current = true;
      if (onChoose) acts.choose(target, false);
      else onDrag(target);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const target = targetUnder(event);
      acts.point(target);
      if (isDragging.current && target !== null) onDrag?.(target);
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      endDrag();
      if (onDrag || event.button !== 0) return;
      acts.choose(targetUnder(event), event.shiftKey || event.ctrlKey || event.metaKey);
    },
    onPointerCancel: endDrag,
    onPointerLeave: () => {
      if (!isDragging.current) letGo();
    },
    onBlur: letGo,
    onKeyDown: (event: KeyboardEvent) => {
      if (!acts.press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return { said, say, handlers };
}

/** Actions on the things of a picture, the same for pointer and keys. */
function actsOf<Target>(interaction: Interaction<Target>, say: (words: string) => void) {
  const { pointed, onPoint, onChoose, onKey, walk, step, page = 10, wordsOf } = interaction;
  const point = (target: Target | null) => {
    if (target !== pointed()) onPoint?.(target);
  };
  const choose = (target: Target | null, isAdded: boolean) => {
    const words = onChoose?.(target, isAdded);
    if (words !== undefined) say(words);
  };
  const go = (to: Target | null) => {
    if (to === null) return;
    point(to);
    if (wordsOf) say(wordsOf(to));
  };
  /** Answers whether a key means something here. */
  const press = (event: KeyboardEvent): boolean => {
    if (onKey?.(event)) return true;
    if (hasModifier(event)) return false;
    const { key, shiftKey } = event;
    const from = pointed();
    const direction = directionOf(key);
    const steps = stepsOf(event, page);
    if ((key === 'Enter' || key === ' ') && onChoose && from !== null) choose(from, true);
    else if (key === 'Escape' && onPoint && from !== null) point(null);
    else if (walk && direction) go(walk(from, direction, shiftKey));
    else if (step && steps !== 0) go(step(from, steps));
    else return false;
    return true;
  };
  return { point, choose, press };
}

function spotOf({ currentTarget, clientX, clientY, pointerType }: PointerEvent<HTMLElement>): PointerSpot {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return {
    xPx: clientX - left,
    yPx: clientY - top,
    widthPx: width,
    heightPx: height,
    reachPx: reachPx[pointerType] ?? 12,
  };
}
