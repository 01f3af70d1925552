/**
 * Which unit takes the place of the boundary: the one under the pointer, with the focus or tapped, and else the one that was pinned. A
 * pointer that passes from one unit to the next does not let the boundary flash in between.
 */
import type { UnitRef } from '../../../engine/model/network';

export interface Showing {
  readonly enter: (unit: UnitRef) => void;
  readonly leave: () => void;
  /** Keeps a unit shown when others are left. */
  readonly pin: (unit: UnitRef) => void;
  /** Forgets the pinned unit; it stays in view until `leave`. */
  readonly unpin: () => void;
}

/** A pause shorter than this between two units is none. */
const gapMs = 80;

export function createShowing(show: (unit: UnitRef | null) => void): Showing {
  let pinned: UnitRef | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  return {
    enter: (unit) => {
      clearTimeout(leaving);
      show(unit);
    },
    leave: () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => show(pinned), gapMs);
    },
    pin: (unit) => {
      clearTimeout(leaving);
      pinned = unit;
      show(unit);
    },
    unpin: () => {
      pinned = null;
    },
  };
}
