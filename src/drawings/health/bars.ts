/** A histogram as bars: a path in a box one unit wide a bin and 100 high, to be stretched to the width of its container. */
import type { Histogram } from '../../engine/training/snapshot';

export const BARS_HEIGHT = 100;
/** Least height of a bar with counts, so that it is visible. */
const LEAST_HEIGHT = 4;
const GAP = 0.12;

/** Empty without counts. */
export function barsPath({ counts }: Histogram): string {
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  let path = '';
  counts.forEach((count, bin) => {
    if (count === 0) return;
    const height = Math.max(LEAST_HEIGHT, (BARS_HEIGHT * count) / most);
    const top = (BARS_HEIGHT - height).toFixed(1);
    path += `M${(bin + GAP / 2).toFixed(2)} ${BARS_HEIGHT}V${top}h${1 - GAP}V${BARS_HEIGHT}z`;
  });
  return path;
}

/** Where zero lies between the ends, 0–1; null outside. */
export function zeroPlace(histogram: Histogram): number | null {
  const [low, high] = endsOf(histogram);
  return low <= 0 && high >= 0 ? (0 - low) / (high - low) : null;
}

/** The ends of the range; what is next to nothing beside the other end is 0. */
export function endsOf({ low, high }: Histogram): readonly [number, number] {
  const nothing = 1e-9 * (high - low);
  return [Math.abs(low) < nothing ? 0 : low, Math.abs(high) < nothing ? 0 : high];
}

/** The middle of the fullest bin; null without counts. */
export function peakOf({ low, high, counts }: Histogram): number | null {
  let fullest = 0;
  counts.forEach((count, bin) => {
    if (count > (counts[fullest] ?? 0)) fullest = bin;
  });
  if (!counts[fullest]) return null;
  return low + ((fullest + 0.5) * (high - low)) / counts.length;
}
