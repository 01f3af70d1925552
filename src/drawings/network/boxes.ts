/** What stands at the units and where: names, class marks, values, counts of folded units. CSS pixels. */
import type { ColumnPlace, NetworkLayout, UnitPlace } from './layoutNetwork';
import { APART_PX, foldSize, MARK_ROOM_PX, VALUE_GAP_PX, valueBottom, valueSize } from './sizes';

export interface UnitBox {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function foldBox({ textPx }: NetworkLayout, { xPx, folded, unitCount }: ColumnPlace): UnitBox | null {
  if (!folded) return null;
  const { widthPx, heightPx } = foldSize(unitCount, folded.isTurned, textPx);
  return { leftPx: xPx - widthPx / 2, topPx: folded.yPx - heightPx / 2, widthPx, heightPx };
}

/** Where the value of an input or output is written; null where there is no room. */
export function valueBox(
  { widthPx: frameWidthPx, thumbnailPx, columnGapPx, textPx }: NetworkLayout,
  { kind, xPx, valueSide }: ColumnPlace,
  { yPx }: UnitPlace,
  hasMarks: boolean,
): UnitBox | null {
  if (!valueSide) return null;
  const half = thumbnailPx / 2;
  const size = valueSize(textPx);
  if (valueSide === 'beside') {
    const leftPx = xPx + half + (hasMarks ? MARK_ROOM_PX : 0) + VALUE_GAP_PX;
    return { ...size, leftPx, topPx: yPx - size.heightPx / 2 };
  }
  // Below its unit in the middle, or as far aside as keeps it between the edge and the next column.
  const roomPx = columnGapPx - half - APART_PX;
  const [from, to] = kind === 'outputs' ? [xPx - roomPx, frameWidthPx] : [0, xPx + roomPx];
  const leftPx = Math.max(from, Math.min(xPx - size.widthPx / 2, to - size.widthPx));
  return { ...size, leftPx, topPx: yPx + valueBottom(thumbnailPx, textPx) - size.heightPx };
}
