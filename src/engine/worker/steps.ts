/** Steps on request: so many updates, or to the end of so many epochs, in turns that let messages in. */
import type { Halt } from '../training/stopRules';
import type { Trainer } from '../training/trainer';
import type { SessionPorts } from './sessionPorts';

/** A turn ends about so soon, so that messages do not wait for a large experiment. */
const turnMs = 30;
/** Moments of the timeline are not nearer to one another than this, so that those of steps by the epoch are whole epochs. */
const updatesPerMark = 500;

export interface Steps {
  readonly unit: 'update' | 'epoch';
  readonly times: number;
}

/** Runs them until a rule stops the run or `isOff` says that nobody wants them any more. */
export async function runSteps(
  trainer: Trainer,
  { unit, times }: Steps,
  { nowMs, pause }: Pick<SessionPorts, 'nowMs' | 'pause'>,
  isOff: () => boolean,
): Promise<Halt | null> {
  trainer.resume();
  const toEpochEnd = Math.max(1, times * trainer.batches.perEpoch - trainer.position.batch);
  let left = unit === 'update' ? times : toEpochEnd;
  let halt: Halt | null = null;
  let most = 1;
  let unmarked = 0;
  while (left > 0 && !halt && !isOff()) {
    const updates = Math.min(left, most);
    unmarked += updates;
    const mayMark = updates === left || unmarked >= updatesPerMark;
    if (mayMark) unmarked = 0;
    const start = nowMs();
    halt = await trainer.run(updates, mayMark);
    most = Math.max(1, Math.floor(nowMs() - start > turnMs ? updates / 2 : 2 * updates));
    left -= updates;
    await pause(0);
  }
  return halt;
}
