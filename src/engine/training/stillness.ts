/**
 * Whether there is anything more to be seen of a run: over the last doubling of its updates no answer has changed, and the mean picture
 * hardly differs from that of the doubling before. Gets pictures; knows no clock and stops nothing. Updates count from the beginning of the film.
 */
import type { PlaneRange, Task } from '../data/dataset';
import { sameRange } from '../data/planeRange';
import { headOf, heads } from '../model/heads';
import {
  type ClassLossId,
  type ErrorLossId,
  isClassLoss,
  isErrorLoss,
  type LossChoice,
  lossOptions,
} from '../model/losses';
import { numberOps } from '../model/ops';
import { filmSeconds, updatesAfter } from './film';
import type { Snapshot, UnitGrid } from './snapshot';

/** What of a picture is compared. */
export type Glimpse = Pick<Snapshot, 'updates' | 'predictions' | 'unitMaps' | 'train'>;

export interface StillnessOptions {
  readonly task: Task;
  readonly outputs: number;
  /** Mean loss of the best model that answers the same everywhere (`constantLoss`). */
  readonly constantLoss: number;
  /** Largest less smallest target, for regression. */
  readonly targetRange: number;
}

/**
 * Mean change of the picture over a doubling, as a share of its range, below which it stands still. Probabilities of separable points
 * sharpen for ever, by 1 to 2 % in each doubling: a smaller bound is not met before epoch 100,000.
 */
const stillChange: Readonly<Record<Task, number>> = { classification: 0.02, regression: 0.01 };
/** The run is not judged before two seconds of film. */
const leastUpdates = updatesAfter(2);
/** A loss above this part of what answering the same everywhere costs has not come down yet. */
const stillHigh = 0.9;
/** A run whose loss has not fallen gets this number of updates more, and the same time again. */
const patienceUpdates = 2000;
/** Length of a bin in seconds of film: 12 to a doubling. */
const binSeconds = 1 / 12;
/** Probes of the plane along each axis; a curve is compared in each of its columns. */
const planeProbes = 32;

/** The mean of the pictures of a short while. Single ones move to and fro with their mini-batches. */
interface Bin {
  readonly from: number;
  to: number;
  pictures: number;
  readonly range: PlaneRange | undefined;
  /** Mean output at each probe. [unit][probe] */
  readonly means: Float32Array;
}

export class Stillness {
  private start = 0;
  private bins: Bin[] = [];
  private answers: Float32Array | null = null;
  private changedAt = 0;
  /** Since when a run that is still high stands still; null while it moves. */
  private flatSince: number | null = null;
  private lastUpdates: number | null = null;
  private isOverNow = false;

  constructor(private readonly options: StillnessOptions) {}

  /** The film begins (again) at this number of updates of the run. */
  begin(updates: number): void {
    this.start = updates;
    this.bins = [];
    this.answers = null;
    this.changedAt = 0;
    this.flatSince = null;
    this.lastUpdates = null;
    this.isOverNow = false;
  }

  /** Takes in a picture; true when there is nothing more to be seen. */
  see({ updates: all, predictions, unitMaps, train }: Glimpse): boolean {
    if (all < this.start) this.begin(all);
    const updates = all - this.start;
    this.compareAnswers(updates, predictions);
    const hadBins = this.bins.length > 0;
    const isKnown = this.lastUpdates === updates;
    this.lastUpdates = updates;
    const { range } = unitMaps;
    const values = probesOf(unitMaps, this.options.outputs);
    // Another part of the plane has nothing to be compared with yet.
    this.bins = this.bins.filter((bin) => sameRange(bin.range, range) && bin.means.length === values.length);
    if (isKnown && hadBins) return this.isOverNow;
    this.add(updates, values, range);
    const stoodStill = this.stoodStill(updates);
    // A curve may rest briefly before it bends: it has no answers, so its picture must have stood still for as long.
    if (!stoodStill && this.options.task === 'regression') this.changedAt = updates;
    const isStill = updates >= leastUpdates && this.changedAt <= updates / 2 && stoodStill;
    this.isOverNow = this.isOver(isStill, updates, train?.loss ?? 0);
    return this.isOverNow;
  }

  private compareAnswers(updates: number, predictions: Float32Array): void {
    if (this.options.task === 'regression') return;
    const { answers } = this;
    if (
      !answers ||
      answers.length !== predictions.length ||
      answers.some((answer, i) => answer !== predictions[i])
    ) {
      this.changedAt = updates;
      this.answers = predictions.slice();
    }
  }

  private add(updates: number, values: Float32Array, range: PlaneRange | undefined): void {
    const last = this.bins.at(-1);
    if (last && filmSeconds(updates) - filmSeconds(last.from) < binSeconds) {
      last.to = updates;
      last.pictures += 1;
      const { means, pictures } = last;
      for (let i = 0; i < means.length; i++)
        means[i] = (means[i] as number) + ((values[i] as number) - (means[i] as number)) / pictures;
    } else {
      this.bins.push({ from: updates, to: updates, pictures: 1, range, means: values });
    }
    this.bins = this.bins.filter(({ to }) => to > updates / 4);
  }

  /** Compares the mean picture of the last doubling with that of the doubling before. */
  private stoodStill(updates: number): boolean {
    const before = meanOf(this.bins.filter(({ to }) => to <= updates / 2));
    const after = meanOf(this.bins.filter(({ to }) => to > updates / 2));
    if (!before || !after) return false;
    const { task, outputs, targetRange } = this.options;
    // Two probabilities that add up to 1 are one number where the model has one output.
    const scale = task === 'regression' ? targetRange || 1 : outputs === 1 ? 1 : 2;
    return outputs * meanChange(before, after) < stillChange[task] * scale;
  }

  private isOver(isStill: boolean, updates: number, loss: number): boolean {
    if (!isStill) {
      this.flatSince = null;
      return false;
    }
    if (loss < stillHigh * this.options.constantLoss) return true;
    this.flatSince ??= updates;
    return updates >= Math.max(2 * this.flatSince, this.flatSince + patienceUpdates);
  }
}

/** The maps of the output units, which are the last ones, read at the same places whatever their fineness. */
function probesOf({ columns, rows, units, values }: UnitGrid, outputs: number): Float32Array {
  const maps = values.slice((units - outputs) * columns * rows);
  if (rows === 1) return maps;
  const at = (map: number, column: number, row: number) =>
    maps[(map * rows + Math.min(row, rows - 1)) * columns + Math.min(column, columns - 1)] as number;
  return Float32Array.from({ length: outputs * planeProbes ** 2 }, (_, i) => {
    const [column, right] = probeAt(i % planeProbes, columns);
    const [row, below] = probeAt(Math.floor(i / planeProbes) % planeProbes, rows);
    const map = Math.floor(i / planeProbes ** 2);
    const above = at(map, column, row) * (1 - right) + at(map, column + 1, row) * right;
    const under = at(map, column, row + 1) * (1 - right) + at(map, column + 1, row + 1) * right;
    return above * (1 - below) + under * below;
  });
}

/** The cell before a probe, and how far the probe lies towards the next one, 0–1. */
function probeAt(probe: number, cells: number): [cell: number, share: number] {
  const place = Math.max(0, ((probe + 0.5) / planeProbes) * cells - 0.5);
  const cell = Math.floor(place);
  return [cell, place - cell];
}

/** Null without any. Each bin counts alike: they are equally long in seconds of film. */
function meanOf(bins: readonly Bin[]): Float32Array | null {
  const [first] = bins;
  if (!first) return null;
  const mean = new Float32Array(first.means.length);
  for (const { means } of bins)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (means[i] as number) / bins.length;
  return mean;
}

function meanChange(before: Float32Array, after: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < after.length; i++) sum += Math.abs((after[i] as number) - (before[i] as number));
  return sum / after.length;
}

/**
 * Mean loss of the best model that answers the same everywhere, from the targets that it trains with; 0 without any. For classes
 * from their shares p: the entropy, or ½ Σ p(1 − p). Throws RangeError for a loss that knows no such task.
 */
export function constantLoss(
  task: Task,
  loss: LossChoice,
  outputs: number,
  labels: ArrayLike<number>,
  classes: number,
): number {
  const count = labels.length;
  if (count === 0) return 0;
  if (task === 'regression') return constantError(loss, Array.from(labels));
  const shares = new Array<number>(classes).fill(0);
  for (let i = 0; i < count; i++)
    shares[labels[i] as number] = (shares[labels[i] as number] ?? 0) + 1 / count;
  const units = outputs === 1 ? shares.slice(1, 2) : shares;
  const { loss: meant } = headOf(loss.id, 'sigmoid', outputs);
  if (!isClassLoss(meant)) throw new RangeError(`${meant} is no loss for classes`);
  const cost = costsOfShare[meant];
  return units.reduce((sum, p) => sum + cost(p), 0);
}

const entropy = (p: number) => (p > 0 ? -p * Math.log(p) : 0);

/** What a unit costs that answers the share p of its class. */
const costsOfShare: Readonly<Record<ClassLossId, (p: number) => number>> = {
  categoricalCrossentropy: entropy,
  binaryCrossentropy: (p) => entropy(p) + entropy(1 - p),
  squaredError: (p) => 0.5 * p * (1 - p),
};

function constantError(loss: LossChoice, values: readonly number[]): number {
  if (!isErrorLoss(loss.id)) throw new RangeError(`${loss.id} is no loss for regression`);
  return constantErrors[loss.id](values, lossOptions(loss));
}

type ConstantError = (values: readonly number[], options: readonly number[]) => number;

const constantErrors: Readonly<Record<ErrorLossId, ConstantError>> = {
  squaredError: halfVariance,
  huber: leastHuber,
};

function halfVariance(list: readonly number[]): number {
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return list.reduce((sum, value) => sum + 0.5 * (value - mean) ** 2, 0) / list.length;
}

/** Halvings of the range in which the best answer lies. */
const halvings = 40;

/** The best answer is where the slopes of all points cancel out; their sum grows with the answer. */
function leastHuber(values: readonly number[], options: readonly number[]): number {
  const { term, delta } = heads.huber.formulas;
  let low = values.reduce((a, b) => Math.min(a, b));
  let high = values.reduce((a, b) => Math.max(a, b));
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    const slope = values.reduce((sum, y) => sum + delta(numberOps, middle, y, 1, options), 0);
    if (slope < 0) low = middle;
    else high = middle;
  }
  return values.reduce((sum, y) => sum + term(numberOps, low, y, options), 0) / values.length;
}
