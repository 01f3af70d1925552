/** How the columns of a network share the width of its frame, and how large that leaves the thumbnails. CSS pixels. */
import { APART_PX, MARK_ROOM_PX, VALUE_GAP_PX, valueSize } from './sizes';

export interface ColumnsAsked {
  /** At least two. */
  readonly columns: number;
  readonly widthPx: number;
  /** As large as the height of the frame allows the thumbnails to be. */
  readonly mostPx: number;
  readonly labelPx: number;
  readonly hasMarks: boolean;
  readonly textPx: number;
}

export interface SpreadColumns {
  readonly thumbnailPx: number;
  readonly columnGapPx: number;
  /** Middle of the first column. */
  readonly firstPx: number;
  readonly labelPx: number;
  /** Whether there is room for the values of the outputs at the right edge. */
  readonly hasValues: boolean;
  /** Whether values of the inputs, and of the outputs, have room below their units, between the edge and the next column. */
  readonly isWideBelow: { readonly inputs: boolean; readonly outputs: boolean };
}

const LARGEST_PX = 44;
const SMALL_PX = 18;
/** Share of a thumbnail in the distance of two columns, normally and in small frames. */
const SHARE = 0.5;
const CROWDED_SHARE = 0.7;
/** Between the name of an input and its thumbnail. */
const LABEL_GAP_PX = 7;
/** A name never takes more of the frame, nor more than a column; the rest of it is left out. */
const LABEL_SHARE = 0.28;
const LEAST_LABEL_PX = 16;
/** Values go to the right edge where the columns keep this distance, in heights of the text. */
const ROOMY_GAP_EM = 6;
/** At an edge where nothing is written: a ring and a lock reach over a thumbnail. */
const EDGE_PX = 7;

export function spreadColumns(asked: ColumnsAsked): SpreadColumns {
  const { widthPx, textPx } = asked;
  const valuePx = valueSize(textPx).widthPx;
  const mostLabelPx = Math.min(widthPx * LABEL_SHARE, widthPx / (asked.columns + 1));
  const labelPx = Math.min(asked.labelPx, Math.max(LEAST_LABEL_PX, mostLabelPx));
  const leftPx = labelPx + LABEL_GAP_PX;
  const rightPx = asked.hasMarks ? MARK_ROOM_PX : EDGE_PX;
  const roomy = share(asked, widthPx - leftPx - rightPx - VALUE_GAP_PX - valuePx);
  const hasValues = roomy.columnGapPx >= ROOMY_GAP_EM * textPx;
  const fitted = hasValues ? roomy : share(asked, widthPx - leftPx - rightPx);
  const isWide = (edgePx: number) => edgePx + fitted.columnGapPx - APART_PX >= valuePx;
  const isWideBelow = { inputs: isWide(leftPx), outputs: isWide(rightPx) };
  return { ...fitted, labelPx, hasValues, isWideBelow, firstPx: leftPx + fitted.thumbnailPx / 2 };
}

function share({ columns, mostPx }: ColumnsAsked, innerPx: number) {
  const gaps = columns - 1;
  const sideAt = (part: number) => (part * innerPx) / (gaps + part);
  const widePx = Math.max(sideAt(SHARE), Math.min(SMALL_PX, sideAt(CROWDED_SHARE)));
  const thumbnailPx = Math.max(1, Math.floor(Math.min(LARGEST_PX, mostPx, widePx)));
  return { thumbnailPx, columnGapPx: (innerPx - thumbnailPx) / gaps };
}
