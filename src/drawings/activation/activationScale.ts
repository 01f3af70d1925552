/** Where the curve of an activation and of its derivative lies in a picture: z across, both on one vertical scale. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Size } from '../useSize';

export type Curve = (z: number) => number;

/** What is drawn of z. */
export const zRange = [-6, 6] as const;

export interface ActivationScale {
  readonly x: (z: number) => number;
  readonly y: (value: number) => number;
  readonly zAt: (xPx: number) => number;
  readonly plot: { left: number; right: number; top: number; bottom: number };
  /** Values written at the left: round ones, few. */
  readonly ticks: readonly number[];
}

/** Values that every picture has in sight, so that pictures side by side compare. */
const least = [-0.5, 1.25] as const;
/** Steps at which the lowest and the highest value are looked for. */
const seen = 96;
/** Room below the lowest value, so that a curve at its minimum does not touch the lower edge. */
const margin = 0.25;
/** A curve that leaves the picture: its end may be cut off, its bend may not. */
const most = [-2.25, 4] as const;

export function activationScale(at: Curve, { widthPx, heightPx }: Size, textPx: number): ActivationScale {
  const plot = { left: 2.2 * textPx, right: widthPx - 4, top: textPx / 2, bottom: heightPx - 1.25 * textPx };
  const values = placesOver(seen).map(at);
  const low = Math.max(most[0], Math.min(least[0], Math.min(...values) - margin));
  const high = Math.min(most[1], Math.max(least[1], ...values));
  const x = scaleLinear(zRange, [plot.left, plot.right]);
  const y = scaleLinear([low, high], [plot.bottom, plot.top]);
  const ticks = high > 2 ? [-2, 2] : [-1, 1];
  return {
    x,
    y,
    plot,
    ticks: ticks.filter((tick) => tick >= low && tick <= high),
    zAt: (xPx) => Math.min(Math.max(x.invert(xPx), zRange[0]), zRange[1]),
  };
}

/** SVG path of a curve over `zRange`, in steps of a pixel and a half; the picture clips what runs out of it. */
export function curvePath(at: Curve, { x, y, plot }: ActivationScale): string {
  const steps = Math.max(2, Math.round((plot.right - plot.left) / 1.5));
  return line<number>(x, (z) => y(at(z))).digits(1)(placesOver(steps)) ?? '';
}

/** `steps` + 1 places from one end of `zRange` to the other. */
function placesOver(steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => zRange[0] + ((zRange[1] - zRange[0]) * i) / steps);
}
