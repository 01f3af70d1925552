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

/** The rules of a run: what they have seen, which one has stopped it, and which ones the learner has lifted by continuing. */
export class StopWatch {
  private progress = noProgress;
  private stoppedBy: StopReason | null = null;
  private readonly lifted = new Set<StopReason>();

  constructor(private rules: StopRules) {}

  /** The rules that are not lifted. */
  get inForce(): StopRules {
    const { epochs, trainLoss, plateau } = this.rules;
    const holds = (rule: StopReason) => !this.lifted.has(rule);
    return {
      epochs: holds('epochs') ? epochs : null,
      trainLoss: holds('trainLoss') ? trainLoss : null,
      plateau: holds('plateau') ? plateau : null,
    };
  }

  /** Other rules all hold again. */
  change(rules: StopRules): void {
    if (JSON.stringify(rules) !== JSON.stringify(this.rules)) {
      this.lifted.clear();
      // Forgets which rule stopped the run, so that continuing lifts none.
      this.stoppedBy = null;
    }
    this.rules = rules;
  }

  /** The run stands at another place: the earlier best loss no longer counts. */
  forget(): void {
    this.progress = noProgress;
  }

  note(halt: Halt | null): void {
    this.stoppedBy = halt === 'diverged' || halt === 'noPoints' ? null : halt;
  }

  /** The learner continues: the rule that stopped the run is lifted until a new run or other rules. */
  lift(): void {
    if (this.stoppedBy) this.lifted.add(this.stoppedBy);
    this.stoppedBy = null;
  }

  judgeEpoch(epoch: number, trainLoss: number): Halt | null {
    if (!Number.isFinite(trainLoss)) return 'diverged';
    const { progress, stop } = judge(this.inForce, this.progress, epoch, trainLoss);
    this.progress = progress;
    return stop;
  }
}
