/** What stands at the units and where: names, class marks, values, counts of folded units. CSS pixels. */
import type { ColumnPlace, NetworkLayout, UnitPlace } from './layoutNetwork';
import {
  APART_PX,
  foldSize,
  MARK_ROOM_PX,
  VALUE_GAP_PX,
  VALUE_HEIGHT_PX,
  VALUE_WIDTH_PX,
  valueBottom,
} from './sizes';

export interface Box {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export function foldBox({ xPx, folded, unitCount }: ColumnPlace): Box | null {
  if (!folded) return null;
  const { widthPx, heightPx } = foldSize(unitCount, folded.isTurned);
  return { leftPx: xPx - widthPx / 2, topPx: folded.yPx - heightPx / 2, widthPx, heightPx };
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
