/** Steps on request: a number of updates, or to the end of a number of epochs, in turns that let messages in. */
import { Interrupted } from '../devices/device';
import type { Halt } from '../training/stopRules';
import type { Trainer } from '../training/trainer';
import type { SessionPorts } from './sessionPorts';

/** Longest turn, roughly, so that messages do not wait for a large experiment. */
const turnMs = 30;

export interface Steps {
  readonly unit: 'update' | 'epoch';
  readonly times: number;
}

/**
 * Runs them until a rule stops the run or `isOff` says that they are cancelled. Answers what stopped it, and how many updates are left
 * where somebody interrupted them.
 */
export async function runSteps(
  trainer: Trainer,
  { unit, times }: Steps,
  { nowMs, pause }: Pick<SessionPorts, 'nowMs' | 'pause'>,
  isOff: () => boolean,
): Promise<{ readonly halt: Halt | null; readonly left: number }> {
  trainer.resume();
  const toEpochEnd = Math.max(1, times * trainer.batches.perEpoch - trainer.position.batch);
  let left = unit === 'update' ? times : toEpochEnd;
  let halt: Halt | null = null;
  // Many steps at once get checkpoints of their own on the way; a single one goes from one checkpoint to the next.
  const marksOnTheWay = times > 1;
  let most = 1;
  while (left > 0 && !halt && !isOff()) {
    const updates = Math.min(left, most, marksOnTheWay ? trainer.untilMark : left);
    const start = nowMs();
    try {
      halt = await trainer.run(updates, marksOnTheWay || updates === left);
    } catch (error) {
      if (error instanceof Interrupted) return { halt, left };
      throw error;
    }
    const isSlow = nowMs() - start > turnMs;
    most = Math.max(1, isSlow ? Math.floor(updates / 2) : Math.max(most, 2 * updates));
    left -= updates;
    await pause(0);
  }
  return { halt, left: 0 };
}
