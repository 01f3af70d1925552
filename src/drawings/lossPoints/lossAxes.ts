/**
 * Ends of the axes, which follow the points calmly: outwards at once, inwards only when much room is left, always in round steps, so
 * that they stand still while losses tremble.
 */
import { niceCeiling } from '../niceCeiling';
import { type LossShape, placeAlong } from './lossShape';

export interface LossAxes {
  readonly x: readonly [number, number];
  /** The loss axis begins at 0. */
  readonly top: number;
}

/** What the axes have to hold. Losses that are not finite are left out. */
export interface Extent {
  readonly low: number;
  readonly high: number;
  readonly loss: number;
}

/** A round end that holds `most`; the last one, unless that is too low or far too high. Never below `least`. */
export function calmEnd(last: number | null, most: number, least: number): number {
  const needed = Math.max(niceCeiling(most), least);
  if (last === null || needed > last) return needed;
  // Room to tremble before a lower end would be too low again.
  const lower = Math.max(niceCeiling(1.4 * most), least);
  return lower < last ? lower : last;
}

export function calmAxes(
  last: LossAxes | null,
  { error, isProbability, isSingle }: LossShape,
  extent: Extent,
) {
  if (error) {
    const top = calmEnd(last?.top ?? null, extent.loss, isProbability ? error.at(1) : 1e-6);
    if (isProbability) return { x: [-1, isSingle ? 1 : 0], top } as const;
    const far = calmEnd(last?.x[1] ?? null, Math.max(-extent.low, extent.high), 1e-3);
    return { x: [-far, far], top } as const;
  }
  // A loss of 2 nats shows the curve from a = 0.14 on, also when all points have small losses.
  const top = calmEnd(last?.top ?? null, extent.loss, 2);
  if (isProbability) return { x: [0, 1], top } as const;
  const low = extent.low < 0 ? -calmEnd(last && last.x[0] < 0 ? -last.x[0] : null, -extent.low, 0.5) : 0;
  return { x: [low, calmEnd(last?.x[1] ?? null, extent.high, 1)], top } as const;
}

/** Over the points that are shown. */
export function extentOf(
  shape: LossShape,
  { losses, answers }: { readonly losses: Float32Array; readonly answers: Float32Array },
  y: ArrayLike<number>,
  isHidden: (index: number) => boolean,
): Extent {
  let [low, high, loss] = [0, 0, 0];
  for (let i = 0; i < losses.length; i++) {
    if (isHidden(i) || !Number.isFinite(losses[i]!)) continue;
    const x = placeAlong(shape, answers[i]!, y[i]!);
    if (x < low) low = x;
    if (x > high) high = x;
    if (losses[i]! > loss) loss = losses[i]!;
  }
  return { low, high, loss };
}
