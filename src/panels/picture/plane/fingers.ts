/** The fingers on the plane. Two of them pinch; one that is left of them does nothing more. */
import type { Spot } from './nearest';
import { type PlaneSize, pinch } from './planeZoom';

export function createFingers() {
  const spots = new Map<number, Spot>();
  let pair: readonly [number, number] | null = null;
  const spotsOf = ([a, b]: readonly [number, number]): [Spot, Spot] | null => {
    const [first, second] = [spots.get(a), spots.get(b)];
    return first && second ? [first, second] : null;
  };
  return {
    arePinching: () => pair !== null,
    /** Answers whether this finger makes it a pinch. */
    down: (id: number, spot: Spot): boolean => {
      spots.set(id, spot);
      const [first, second] = spots.keys();
      if (pair || first === undefined || second === undefined) return false;
      pair = [first, second];
      return true;
    },
    /** Answers whether the movement was one of a pinch. */
    move: (id: number, spot: Spot, size: PlaneSize): boolean => {
      if (!spots.has(id)) return false;
      const before = pair && spotsOf(pair);
      spots.set(id, spot);
      const after = pair && spotsOf(pair);
      if (!before || !after) return false;
      pinch(size, before, after);
      return true;
    },
    /** Answers whether a pinch ends. */
    up: (id: number): boolean => {
      spots.delete(id);
      if (!pair?.includes(id)) return false;
      pair = null;
      spots.clear();
      return true;
    },
  };
}
