/** How much room what stands at the units takes: class marks, values, counts of folded units. CSS pixels. */
import { textWidth } from '../textWidth';

/** From a thumbnail to the middle of a class mark, and how far a mark reaches. */
export const MARK_GAP_PX = 12;
export const MARK_RADIUS_PX = 4.6;
/** Right of the last thumbnail, for a class mark. */
export const MARK_ROOM_PX = 20;
/** Before a value beside a unit, or beside its class mark. */
export const VALUE_GAP_PX = 4;
/** Between a value and what stands in the next column. */
export const APART_PX = 4;

/** Of a value with two decimals, in text of this height. */
export function valueSize(textPx: number): { widthPx: number; heightPx: number } {
  return { widthPx: (11 / 3) * textPx, heightPx: 1.25 * textPx };
}

/** Of the button that opens a folded layer. */
export function foldSize(
  count: number,
  isTurned: boolean,
  textPx: number,
): { widthPx: number; heightPx: number } {
  const lengthPx = Math.ceil(textWidth(`+${count}`, textPx));
  return isTurned
    ? { widthPx: textPx, heightPx: lengthPx + 6 }
    : { widthPx: Math.max(28, lengthPx + 10), heightPx: textPx + 8 };
}

/** From the middle of a unit to the bottom of the value below it, which keeps off the name beside it too. */
export function valueBottom(thumbnailPx: number, textPx: number): number {
  return Math.max(thumbnailPx / 2, textPx / 2) + 1 + valueSize(textPx).heightPx;
}
