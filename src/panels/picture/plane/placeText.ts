/** A coordinate with as many decimals as tell places apart on the plane that is shown. */
import type { PlaneRange } from '../../../engine/data/dataset';

/** Least number of places along an axis that have different texts. */
const places = 500;

export function placeText(value: number, { x, y }: PlaneRange): string {
  const length = Math.min(x[1] - x[0], y[1] - y[0]);
  const decimals = Math.min(Math.max(0, Math.ceil(-Math.log10(length / places))), 8);
  return value.toFixed(decimals).replace('-', '−');
}
