/** When training pauses by itself. Rules look at whole epochs only, so a run stops at the same one however fast it is shown. */
import type { StopRules } from '../experiment';

export type StopReason = 'epochs' | 'trainLoss' | 'plateau';

/** Why training cannot go on. */
export type Halt = StopReason | 'diverged' | 'noPoints';

/** Why training stopped by itself; `settled` is the end of the film. */
export type FilmEnd = Halt | 'settled';

/** The best training loss so far and when it was reached. */
export interface Progress {
  readonly bestLoss: number;
  readonly bestEpoch: number;
}

export const noProgress: Progress = { bestLoss: Infinity, bestEpoch: 0 };

/** Whether some rule needs the training loss of every epoch. */
export function watchesLoss(rules: StopRules): boolean {
  return rules.trainLoss !== null || rules.plateau !== null;
}

export function epochsReached(rules: StopRules, epoch: number): boolean {
  return rules.epochs !== null && epoch >= rules.epochs;
}

/** Judges the end of an epoch. */
export function judge(
  rules: StopRules,
  before: Progress,
  epoch: number,
  trainLoss: number,
): { progress: Progress; stop: StopReason | null } {
  const needed = before.bestLoss - (rules.plateau?.minImprovement ?? 0);
  const progress = trainLoss < needed ? { bestLoss: trainLoss, bestEpoch: epoch } : before;
  if (rules.trainLoss !== null && trainLoss <= rules.trainLoss) return { progress, stop: 'trainLoss' };
  if (rules.plateau && epoch - progress.bestEpoch >= rules.plateau.epochs)
    return { progress, stop: 'plateau' };
  return { progress, stop: null };
}
