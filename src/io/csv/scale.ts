/** Powers of ten that bring the values of a column, times in milliseconds say, within what a plane can show. Pure. */
import { limits } from '../../engine/experiment';

/** What at least half of the values exceed is no mistake of single rows. Seven digits are left to tell values apart. */
export function scaleOf(numbers: Float64Array | undefined): number {
  const sizes = Float64Array.from(numbers ?? []).filter(Number.isFinite).map(Math.abs).sort();
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const [, most] = limits.plane;
  return middle <= most ? 1 : 10 ** Math.ceil(Math.log10(middle / most) + 1);
}
