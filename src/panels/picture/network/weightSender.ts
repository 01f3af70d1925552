/** Sends what a hand does to weights, the last word on each, at most ten times a second: a dragged slider speaks faster than a run listens. */
import type { WeightChange } from '../../../engine/training/snapshot';

export type SendWeight = (index: number, value: number) => void;

export function createWeightSender(
  send: (changes: readonly WeightChange[]) => void,
  intervalMs = 100,
): SendWeight {
  const waiting = new Map<number, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (waiting.size === 0) return;
    send([...waiting].map(([index, value]) => ({ index, value })));
    waiting.clear();
    timer = setTimeout(flush, intervalMs);
  };
  return (index, value) => {
    waiting.set(index, value);
    if (timer === undefined) flush();
  };
}
