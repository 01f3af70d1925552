/** Steps on request: so many updates, or to the end of so many epochs, in turns that let messages in. */
import type { Halt } from '../training/stopRules';
import type { Trainer } from '../training/trainer';

/** Updates of one turn. */
const turnUpdates = 500;

export interface Steps {
  readonly unit: 'update' | 'epoch';
  readonly times: number;
}

/** Runs them until a rule stops the run or `isOff` says that nobody wants them any more. */
export async function runSteps(
  trainer: Trainer,
  { unit, times }: Steps,
  pause: () => Promise<void>,
  isOff: () => boolean,
): Promise<Halt | null> {
  trainer.resume();
  const toEpochEnd = Math.max(1, times * trainer.batches.perEpoch - trainer.position.batch);
  let left = unit === 'update' ? times : toEpochEnd;
  let halt: Halt | null = null;
  while (left > 0 && !halt && !isOff()) {
    const updates = Math.min(left, turnUpdates);
    halt = await trainer.run(updates);
    left -= updates;
    await pause();
  }
  return halt;
}
