/**
 * The cost surface that the page shows, computed in short slices between the turns of training: the latest question wins, and a
 * finished surface is followed by another once the run has moved off it. Closing the tab withdraws the question.
 */
import type { Experiment } from '../experiment';
import { costSurface, lengthOf } from '../training/costSurface/costSurface';
import { placeOn } from '../training/costSurface/parameterPlane';
import type { CostSurface, SurfaceProblem, SurfaceQuestion } from '../training/costSurface/surfaceQuestion';
import { frozenMask } from '../training/frozenMask';
import type { Trainer } from '../training/trainer';

type News =
  | { readonly type: 'surface'; readonly surface: CostSurface | SurfaceProblem }
  | { readonly type: 'surfaceProgress'; readonly share: number };

/** What is looked up between two slices must not wait longer. */
const sliceMs = 8;
/** Least time between two messages about progress. */
const progressMs = 120;
/** While training goes on, surfaces take at most about this share of the time, and are this far apart at least. */
const workShare = 0.2;
const leastRestMs = 800;
/** A distance from the plane below this share of the picture's width counts as none. */
const nearby = 0.01;
const rounding = 1e-5;

type Computation = ReturnType<typeof costSurface>;

/** A surface is out of date when one of these has changed. */
interface Subject {
  readonly trainer: Trainer;
  readonly loss: Experiment['loss'];
  readonly frozen: Experiment['training']['frozen'];
}

export class SurfaceWork {
  private question: SurfaceQuestion | null = null;
  private computation: Computation | null = null;
  /** The last one, as long as the question asks for the same range. */
  private shown: CostSurface | null = null;
  /** What the last work was about. */
  private subject: Subject | null = null;
  /** The parameters that were last found to be on the picture. */
  private seen: Float32Array | null = null;
  private workedMs = 0;
  private toldAt = -Infinity;
  private restUntil = -Infinity;
  /** After a slice it is training's turn. */
  private tookTurn = false;

  constructor(
    private readonly clock: { nowMs(): number },
    private readonly post: (news: News) => void,
  ) {}

  get isComputing(): boolean {
    return this.computation !== null;
  }

  /** The latest question wins; null stops the work. */
  ask(question: SurfaceQuestion | null): void {
    if (rangeOf(question) !== rangeOf(this.question)) this.shown = null;
    this.question = question;
    this.leave();
  }

  /** The work in progress is out of date. */
  leave(): void {
    void this.computation?.return('noPoints');
    this.computation = null;
    this.subject = null;
    this.seen = null;
    this.restUntil = -Infinity;
  }

  /** Whether there is a surface to begin or to go on with. */
  isDue(trainer: Trainer | null, experiment: Experiment | null, playing: boolean): boolean {
    if (!this.question || !trainer || !experiment || trainer.checkpoints.all.length === 0) return false;
    const isNew = !isSame(this.subject, subjectOf(trainer, experiment));
    if (isNew) this.leave();
    if (isNew || this.computation) return true;
    return !(playing && this.clock.nowMs() < this.restUntil) && this.isOff(trainer, playing);
  }

  /** Works for a slice of a few milliseconds; false where there is nothing to do or it is training's turn. */
  async takeTurn(trainer: Trainer, experiment: Experiment | null, playing: boolean): Promise<boolean> {
    this.tookTurn = !(playing && this.tookTurn) && this.isDue(trainer, experiment, playing);
    if (this.tookTurn && experiment && this.question) await this.work(trainer, experiment, this.question);
    return this.tookTurn;
  }

  private async work(trainer: Trainer, experiment: Experiment, question: SurfaceQuestion): Promise<void> {
    const computation = this.computation ?? this.begin(trainer, experiment, question);
    const start = this.clock.nowMs();
    let worked = 0;
    while (worked < sliceMs) {
      const { done, value } = await piece(computation);
      worked = this.clock.nowMs() - start;
      // A newer question came in the meantime.
      if (this.computation !== computation) return;
      if (done) {
        this.finish(value, this.workedMs + worked);
        return;
      }
      this.tell(value);
    }
    this.workedMs += worked;
  }

  private begin(trainer: Trainer, experiment: Experiment, question: SurfaceQuestion): Computation {
    const { network, job } = trainer;
    const moments = momentsOf(trainer);
    const subject = subjectOf(trainer, experiment);
    const frozen = frozenMask(network, subject.frozen);
    const previous = this.shown?.plane.origin.length === network.parameterCount ? this.shown.box : null;
    this.subject = subject;
    this.seen = moments.at(-1) ?? null;
    this.workedMs = 0;
    this.toldAt = -Infinity;
    this.computation = costSurface(
      { network, penalty: subject.loss, train: job, frozen, moments },
      question,
      previous,
    );
    return this.computation;
  }

  private tell(share: number): void {
    const now = this.clock.nowMs();
    if (now - this.toldAt < progressMs) return;
    this.toldAt = now;
    this.post({ type: 'surfaceProgress', share });
  }

  private finish(answer: CostSurface | SurfaceProblem, tookMs: number): void {
    this.computation = null;
    this.shown = typeof answer === 'string' ? null : answer;
    this.restUntil = this.clock.nowMs() + Math.max(leastRestMs, tookMs / workShare);
    this.post({ type: 'surface', surface: answer });
  }

  /** Whether the run has left the plane or the range that is shown. */
  private isOff(trainer: Trainer, playing: boolean): boolean {
    const here = hereOf(trainer);
    if (!here || here === this.seen) return false;
    if (!this.shown) return true;
    const { plane, box, question } = this.shown;
    const { x, y, away } = placeOn(plane, here);
    const size = Math.hypot(
      (box.right - box.left) * lengthOf(plane.first),
      (box.top - box.bottom) * lengthOf(plane.second),
    );
    const isOutside = x < box.left || x > box.right || y < box.bottom || y > box.top;
    // A zoomed range on the path does not follow the run.
    const follows = question.centre === 'current' || question.zoom <= 0;
    if (away > size * (playing ? nearby : rounding) || (isOutside && follows)) return true;
    this.seen = here;
    return false;
  }
}

function subjectOf(trainer: Trainer, { loss, training: { frozen } }: Experiment): Subject {
  return { trainer, loss, frozen };
}

function isSame(one: Subject | null, { trainer, loss, frozen }: Subject): boolean {
  return one?.trainer === trainer && one.loss === loss && one.frozen === frozen;
}

/** An error in a surface must not end the run. */
async function piece(
  computation: Computation,
): Promise<IteratorResult<number, CostSurface | SurfaceProblem>> {
  try {
    return await computation.next();
  } catch {
    return { done: true, value: 'failed' };
  }
}

/** Questions with the same answer here can show the same range. */
function rangeOf(question: SurfaceQuestion | null): string | null {
  return question && JSON.stringify([question.directions, question.zoom, question.centre]);
}

function hereOf({ checkpoints: { all }, timeline: { at } }: Trainer): Float32Array | null {
  return (at === null ? all.at(-1) : all[at])?.state.parameters ?? null;
}

/** The checkpoints, and last where the run stands. */
function momentsOf(trainer: Trainer): Float32Array[] {
  const here = hereOf(trainer);
  const moments = trainer.checkpoints.all.map(({ state }) => state.parameters);
  return here ? [...moments, here] : moments;
}
