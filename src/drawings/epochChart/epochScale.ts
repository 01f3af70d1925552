/** The axis of the epochs: linear from the first row, or the film's. */
import { scaleLinear } from 'd3-scale';
import type { ChartScales, PlotArea } from './plotArea';

/** Linear from the first row, or the film's: even at first, logarithmic after about `softEpochs`. */
export type EpochAxis =
  | { readonly kind: 'linear' }
  | {
      readonly kind: 'log';
      readonly softEpochs: number;
      /** Least end of the axis in epochs, so that a young run has room to grow. */
      readonly leastEpochs: number;
    };

/** Room that a number under the axis needs, in heights of its text. */
const tickEm = 3.7;
/** Within this distance of the right end a number under the axis is right-aligned instead of centred. */
const edgePx = 8;

export function isAtEnd(xPx: number, { right }: Pick<PlotArea, 'right'>): boolean {
  return right - xPx < edgePx;
}

export function epochScale(
  first: number,
  last: number,
  axis: EpochAxis,
  { left, right, textPx }: PlotArea,
): Pick<ChartScales, 'x' | 'epochAt' | 'epochTicks'> {
  const tickPx = tickEm * textPx;
  if (axis.kind === 'linear') {
    const scale = scaleLinear([first, Math.max(first + 1, last)], [left, right]);
    const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / (2 * tickPx))));
    return {
      x: (epoch) => scale(epoch),
      epochAt: (xPx) => scale.invert(xPx),
      epochTicks: ticks.filter(Number.isInteger),
    };
  }
  const { softEpochs, leastEpochs } = axis;
  const end = Math.log1p(Math.max(last, leastEpochs) / softEpochs);
  const x = (epoch: number) => left + ((right - left) * Math.log1p(epoch / softEpochs)) / end;
  const middle = (epoch: number) => x(epoch) - (isAtEnd(x(epoch), { right }) ? tickPx / 2 : 0);
  return {
    x,
    epochAt: (xPx) => softEpochs * Math.expm1((end * (xPx - left)) / (right - left)),
    epochTicks: logEpochs(Math.max(last, leastEpochs), middle, tickPx),
  };
}

/** 0, 1, 10, 100 …, as far as they have room; between those 2 and 5 as well where there is plenty. */
function logEpochs(last: number, middle: (epoch: number) => number, tickPx: number): number[] {
  const powers = Array.from({ length: Math.floor(Math.log10(Math.max(1, last))) + 1 }, (_, i) => 10 ** i);
  const kept: number[] = [0];
  const keep = (epochs: readonly number[]) => {
    for (const epoch of epochs) {
      const isFree = kept.every((other) => Math.abs(middle(epoch) - middle(other)) >= tickPx);
      if (epoch <= last && isFree) kept.push(epoch);
    }
  };
  // The latest power first: it says how far the run has come.
  keep(powers.toReversed());
  keep(powers.flatMap((power) => [2 * power, 5 * power]));
  return kept.sort((a, b) => a - b);
}

const mostDecades = 4;

/** Ticks of a logarithmic axis of values: powers of ten, thinned to a few; within a single decade 2 and 5 as well. */
export function logTicks(low: number, high: number): number[] {
  const from = Math.ceil(Math.log10(low) - 1e-9);
  const to = Math.floor(Math.log10(high) + 1e-9);
  const step = Math.max(1, Math.ceil((to - from) / mostDecades));
  const ticks: number[] = [];
  for (let power = to; power >= from; power -= step) ticks.push(power);
  const tens = ticks.map((power) => Number(`1e${power}`));
  if (tens.length > 1) return tens;
  const fine: number[] = [];
  for (let power = from - 1; power <= to; power++) {
    for (const digit of [1, 2, 5]) fine.push(Number(`${digit}e${power}`));
  }
  return fine.filter((value) => value >= low && value <= high);
}
