/** Sends weights that the learner sets, the latest value of each, at most ten times a second: a dragged slider gives more values than a run can take. */
import type { WeightChange } from '../../../engine/training/snapshot';

/** `onSent` is told the number of the command that carries this value or, where a later one of this weight took its place, is not called. */
export type SendWeight = (index: number, value: number, onSent?: (command: number) => void) => void;

interface Waiting {
  readonly value: number;
  readonly onSent: ((command: number) => void) | undefined;
}

/** `send` answers the number of its command. */
export function createWeightSender(
  send: (changes: readonly WeightChange[]) => number,
  intervalMs = 100,
): SendWeight {
  const waiting = new Map<number, Waiting>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    if (waiting.size === 0) return;
    const sent = [...waiting];
    waiting.clear();
    const command = send(sent.map(([index, { value }]) => ({ index, value })));
    for (const [, { onSent }] of sent) onSent?.(command);
    timer = setTimeout(flush, intervalMs);
  };
  return (index, value, onSent) => {
    waiting.set(index, { value, onSent });
    if (timer === undefined) flush();
  };
}
