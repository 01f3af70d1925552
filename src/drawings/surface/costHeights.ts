/**
 * J as heights: linear or logarithmic, and which of them get a line. Values that are not finite have no height; what towers over the
 * rest is cut off in the linear picture, because a wall of 10³⁰ would leave everything else flat.
 */
import { nice, ticks } from 'd3-array';
import { figure } from '../figure';

export interface CostHeights {
  readonly isLog: boolean;
  /** Height of a cost: the cost itself or log₁₀ of it, cut off at `high`; NaN for no number. */
  readonly of: (cost: number) => number;
  readonly low: number;
  readonly high: number;
  /** Costs at which a line is drawn, ascending. */
  readonly levels: readonly number[];
  /** Heights at which the axis has numbers, and what they are. */
  readonly ticks: { readonly at: readonly number[]; readonly text: readonly string[] };
  /** Cells without a finite cost. */
  readonly gaps: number;
  /** Cells that are cut off at `high`. */
  readonly cut: number;
}

const levelCount = 14;
/** A cost is cut off above this multiple of the 90 % quantile. */
const towering = 50;
/** Costs below this share of the highest are drawn as if they were it: 0 has no logarithm. */
const smallest = 1e-9;

export function costHeights(values: Float32Array, isLog: boolean): CostHeights {
  const finite = values.filter(Number.isFinite).sort();
  const gaps = values.length - finite.length;
  const least = finite[0] ?? 0;
  const most = finite.at(-1) ?? 1;
  const top = isLog ? most : Math.min(most, cutOff(finite, least));
  const floor = Math.max(least, smallest * (top > 0 ? top : 1));
  const height = isLog ? (cost: number) => Math.log10(Math.max(cost, floor)) : (cost: number) => cost;
  const [low, high] = roundEnds(height(least), height(top), isLog);
  const of = (cost: number) => (Number.isFinite(cost) ? Math.min(height(cost), high) : Number.NaN);
  const at = isLog ? logTicks(low, high) : ticks(low, high, 4);
  return {
    isLog,
    of,
    low,
    high,
    levels: levelsBetween(low, high).map((h) => (isLog ? 10 ** h : h)),
    ticks: { at, text: at.map((h) => figure(isLog ? 10 ** h : h)) },
    gaps,
    cut: finite.filter((cost) => height(cost) > high * (1 + 1e-6)).length,
  };
}

function cutOff(sorted: Float32Array, least: number): number {
  const most = sorted[Math.floor(0.9 * sorted.length)] ?? 1;
  return least + towering * Math.max(most - least, Number.MIN_VALUE);
}

/** Round, so that the picture keeps its scale while the surface trembles. One that is flat still needs some height. */
function roundEnds(low: number, high: number, isLog: boolean): [number, number] {
  const isFlat = high - low <= 1e-6 * Math.max(1, Math.abs(high));
  if (!isLog) return isFlat ? [0, high > 0 ? 2 * high : 1] : nice(low, high, 4);
  const [from, to] = isFlat ? [low - 0.5, high + 0.5] : [low, high];
  const step = to - from > 4 ? 1 : 0.5;
  // The tolerance is for float32, in which the logarithm of 0.1 is not exactly −1.
  return [step * Math.floor(from / step + 1e-6), step * Math.ceil(to / step - 1e-6)];
}

/** Denser towards the valley, so that they lie evenly on a bowl. */
function levelsBetween(low: number, high: number): number[] {
  return Array.from({ length: levelCount }, (_, k) => low + (high - low) * ((k + 0.5) / levelCount) ** 2);
}

/** Powers of ten, with 2 and 5 between them where there are few. */
function logTicks(low: number, high: number): number[] {
  const steps = high - low > 2.5 ? [1] : [1, 2, 5];
  const all: number[] = [];
  for (let power = Math.floor(low); power <= Math.ceil(high); power++) {
    for (const step of steps) all.push(power + Math.log10(step));
  }
  const inside = all.filter((h) => h >= low && h <= high);
  const every = Math.ceil(inside.length / 5);
  return inside.length > 1 ? inside.filter((_, i) => i % every === 0) : [low, high];
}
