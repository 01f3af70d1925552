/** A histogram of z under the curves: bars from the foot of the picture, the fullest a third of it high. */
import type { Histogram } from '../../engine/training/snapshot';
import type { ActivationScale } from './activationScale';

const share = 0.34;
/** What is there at all is seen. */
const leastPx = 1.5;

/** Bars beyond the ends of the picture are left out; empty without counts. */
export function histogramPath({ low, high, counts }: Histogram, { x, plot }: ActivationScale): string {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  const width = (high - low) / counts.length;
  let path = '';
  counts.forEach((count, bin) => {
    const left = Math.max(x(low + bin * width), plot.left);
    const right = Math.min(x(low + (bin + 1) * width), plot.right);
    if (count === 0 || right <= left) return;
    const height = Math.max(leastPx, (share * (plot.bottom - plot.top) * count) / most);
    path += `M${left.toFixed(1)} ${plot.bottom}v${(-height).toFixed(1)}H${right.toFixed(1)}V${plot.bottom}z`;
  });
  return path;
}
