/** Powers of ten that bring the values of a column, times in milliseconds say, within what a plane can show. Pure. */
import { limits } from '../../engine/experiment';

/** What at least half of the values exceed is no mistake of single rows. Seven digits are left to tell values apart. */
export function scaleOf(numbers: Float64Array | undefined): number {
  const sizes = Float64Array.from(numbers ?? [])
    .filter(Number.isFinite)
    .map(Math.abs)
    .sort();
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const [, most] = limits.plane;
  return middle <= most ? 1 : 10 ** Math.ceil(Math.log10(middle / most) + 1);
}

/** Inputs of about this size suit the learning rates of the page. */
const suitable = 10;
/** How many deviations off zero, or wider than the other input, descent still copes with. */
const mostUneven = 10;

/** Whether descent would crawl or blow up with these inputs as they are: large, far from zero, or of very different spread. */
export function wantsScaling(
  { x1, x2 }: { readonly x1: readonly number[]; readonly x2: readonly number[] },
  inputs: 1 | 2,
): boolean {
  const measured = (inputs === 1 ? [x1] : [x1, x2]).map(measure);
  const spreads = measured.map(({ spread }) => spread).filter((spread) => spread > 0);
  return (
    measured.some(
      ({ largest, mean, spread }) =>
        largest > suitable || (spread > 0 && Math.abs(mean) > mostUneven * spread),
    ) || Math.max(...spreads) > mostUneven * Math.min(...spreads)
  );
}

function measure(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return { mean, spread: Math.sqrt(variance), largest };
}
