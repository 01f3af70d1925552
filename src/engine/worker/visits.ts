/** Which moment of the timeline is to be shown: a dragged slider asks for more of them than can be, and the last one counts. */
import type { ToWorker } from './protocol';

type Visit = Extract<ToWorker, { type: 'visit' }>;

export class Visits {
  private wanted: Visit | null = null;
  private count = 0;

  /** Visits that were made of those asked for; one that a later one overtook counts as made. */
  get made(): number {
    return this.count;
  }

  /** A run begins; `made` visits of earlier ones are over, those still wanted are off. */
  begin(made: number): void {
    this.count = made;
    this.wanted = null;
  }

  /** Notes a wish; true when it is the first that waits. */
  ask(visit: Visit): boolean {
    const isFirst = this.wanted === null;
    this.wanted = visit;
    return isFirst;
  }

  /** The epoch to go to now; null when that is off. */
  take(): number | null {
    const { wanted } = this;
    if (wanted === null) return null;
    this.wanted = null;
    this.count = wanted.visits;
    return wanted.epoch;
  }
}
