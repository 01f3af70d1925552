/** What stands at the units and how much room it takes: names, class marks, values, counts of folded units. CSS pixels. */
import { textWidth } from '../textWidth';
import type { ColumnPlace, NetworkLayout, UnitPlace } from './layoutNetwork';

/** Of all that is written in the diagram. */
export const TEXT_PX = 12;
/** From a thumbnail to the middle of a class mark, and how far a mark reaches. */
export const MARK_GAP_PX = 12;
export const MARK_RADIUS_PX = 4.6;
/** Right of the last thumbnail, for a class mark. */
export const MARK_ROOM_PX = 20;
/** Of a value with two decimals. */
export const VALUE_WIDTH_PX = 44;
const VALUE_HEIGHT_PX = 15;
/** Before a value beside a unit, or beside its class mark. */
export const VALUE_GAP_PX = 4;
/** Between a value and what stands in the next column. */
export const APART_PX = 4;

export interface Box {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Of the button that opens a folded layer. */
export function foldSize(count: number, isTurned: boolean): { widthPx: number; heightPx: number } {
  const lengthPx = Math.ceil(textWidth(`+${count}`, TEXT_PX));
  return isTurned
    ? { widthPx: TEXT_PX, heightPx: lengthPx + 6 }
    : { widthPx: Math.max(28, lengthPx + 10), heightPx: 20 };
}

export function foldBox({ xPx, folded, unitCount }: ColumnPlace): Box | null {
  if (!folded) return null;
  const { widthPx, heightPx } = foldSize(unitCount, folded.isTurned);
  return { leftPx: xPx - widthPx / 2, topPx: folded.yPx - heightPx / 2, widthPx, heightPx };
}

/** From the middle of a unit to the bottom of the value below it, which keeps off the name beside it too. */
export function valueBottom(thumbnailPx: number): number {
  return Math.max(thumbnailPx / 2, TEXT_PX / 2) + 1 + VALUE_HEIGHT_PX;
}

/** Where the value of an input or output is written; null where there is no room. */
export function valueBox(
  { widthPx: frameWidthPx, thumbnailPx, columnGapPx }: NetworkLayout,
  { kind, xPx, valueSide }: ColumnPlace,
  { yPx }: UnitPlace,
  hasMarks: boolean,
): Box | null {
  if (!valueSide) return null;
  const half = thumbnailPx / 2;
  const size = { widthPx: VALUE_WIDTH_PX, heightPx: VALUE_HEIGHT_PX };
  if (valueSide === 'beside') {
    const leftPx = xPx + half + (hasMarks ? MARK_ROOM_PX : 0) + VALUE_GAP_PX;
    return { ...size, leftPx, topPx: yPx - VALUE_HEIGHT_PX / 2 };
  }
  // Below its unit in the middle, or as far aside as keeps it between the edge and the next column.
  const roomPx = columnGapPx - half - APART_PX;
  const [from, to] = kind === 'outputs' ? [xPx - roomPx, frameWidthPx] : [0, xPx + roomPx];
  const leftPx = Math.max(from, Math.min(xPx - VALUE_WIDTH_PX / 2, to - VALUE_WIDTH_PX));
  return { ...size, leftPx, topPx: yPx + valueBottom(thumbnailPx) - VALUE_HEIGHT_PX };
}
