/** Points by their loss, without sorting them all: only the neighbour that is asked for is looked for. Equal losses go by index. */
import { fittingFrame, hiddenIn, type LossPointsPicture } from './picture';

export interface RankedPoints {
  /** [point] */
  readonly losses: ArrayLike<number>;
  /** Points that do not take part. */
  readonly isHidden: (index: number) => boolean;
}

export function rankedIn(picture: LossPointsPicture): RankedPoints {
  return { losses: fittingFrame(picture)?.losses ?? [], isHidden: hiddenIn(picture) };
}

function isAfter(losses: ArrayLike<number>, a: number, b: number): boolean {
  return losses[a]! > losses[b]! || (losses[a]! === losses[b]! && a > b);
}

/**
 * The point with the next larger (step 1) or smaller (−1) loss; the one with the largest where none is given. null when there is none.
 * A loss that is not finite takes no part.
 */
export function neighbourByLoss(
  { losses, isHidden }: RankedPoints,
  from: number | null,
  step: 1 | -1,
): number | null {
  let best: number | null = null;
  for (let i = 0; i < losses.length; i++) {
    if (isHidden(i) || !Number.isFinite(losses[i]!)) continue;
    const isBeyond = from === null || (step === 1 ? isAfter(losses, i, from) : isAfter(losses, from, i));
    if (!isBeyond) continue;
    // Of what lies below the start, and without one, the largest; of what lies above, the smallest.
    const wantsLargest = from === null || step === -1;
    if (best === null || (wantsLargest ? isAfter(losses, i, best) : isAfter(losses, best, i))) best = i;
  }
  return best;
}

/** Place of a point in the order, from 1 for the smallest loss, and how many there are. */
export function rankByLoss({ losses, isHidden }: RankedPoints, index: number | null) {
  let [rank, count] = [1, 0];
  for (let i = 0; i < losses.length; i++) {
    if (isHidden(i) || !Number.isFinite(losses[i]!)) continue;
    count++;
    if (index !== null && isAfter(losses, index, i)) rank++;
  }
  return { rank, count };
}
