/** The fingers on the plane. Two of them pinch; one that is left of them does nothing until there are two again. */
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
      return true;
    },
    /** They do nothing more; answers whether they were pinching. */
    forget: (): boolean => {
      const wasPinch = pair !== null;
      pair = null;
      spots.clear();
      return wasPinch;
    },
  };
}

/** Which fingers are on the screen, wherever: one beside the plane makes the next one a second finger. Owns listeners on the window. */
export function watchTouches() {
  const down = new Set<number>();
  const stopping = new AbortController();
  const listen = (type: string, take: (event: PointerEvent) => void) => {
    const options = { capture: true, signal: stopping.signal };
    addEventListener(type, (event) => take(event as PointerEvent), options);
  };
  listen('pointerdown', ({ pointerId, pointerType }) => {
    if (pointerType === 'touch') down.add(pointerId);
  });
  for (const end of ['pointerup', 'pointercancel']) listen(end, ({ pointerId }) => down.delete(pointerId));
  return {
    /** Whether another finger is on the screen. */
    isSecond: (id: number): boolean => [...down].some((other) => other !== id),
    stop: () => stopping.abort(),
  };
}

/** The palm beside a pen touches the screen for a while before and after the pen does. */
const palmMs = 1000;

export function createPen() {
  let isNear = false;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    see: ({ pointerType, type, timeStamp }: Pick<PointerEvent, 'pointerType' | 'type' | 'timeStamp'>) => {
      if (pointerType !== 'pen') return;
      isNear = type !== 'pointerleave' && type !== 'pointercancel';
      lastMs = timeStamp;
    },
    /** Whether a touch at this time counts as the palm beside the pen. */
    makesPalm: (timeStamp: number): boolean => isNear || timeStamp - lastMs < palmMs,
  };
}
