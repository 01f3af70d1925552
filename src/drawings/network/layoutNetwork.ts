/**
 * Where the units of a network stand, whole in any frame. Columns are the inputs, the hidden layers and the outputs, evenly spaced; all
 * thumbnails have one size. Where there is little room, rows come closer, then a layer shows some of its units, chosen elsewhere, and a
 * count of the rest; columns come closer and thumbnails shrink. CSS pixels; knows no drawing.
 */
import type { NetworkPlan } from '../../engine/model/network';
import { foldSize, valueBottom } from './sizes';
import { spreadColumns } from './spreadColumns';

export interface UnitPlace {
  /** Index of the unit in its layer. */
  readonly unit: number;
  /** Middle of its thumbnail. */
  readonly yPx: number;
}

/** The count of the units without a thumbnail; its middle is that of the column. */
export interface FoldPlace {
  readonly count: number;
  readonly yPx: number;
  /** Written downwards, where a column is too narrow. */
  readonly isTurned: boolean;
}

export interface ColumnPlace {
  readonly kind: 'inputs' | 'hidden' | 'outputs';
  /** Index into `NetworkPlan.layers`; −1 for the inputs. */
  readonly layer: number;
  /** Middle of the column. */
  readonly xPx: number;
  readonly unitCount: number;
  /** Distance between the middles of neighbours. */
  readonly pitchPx: number;
  /** Ascending; at least one. */
  readonly units: readonly UnitPlace[];
  /** null when all are shown. */
  readonly folded: FoldPlace | null;
  /** Where the value of an input or output is written; null where there is no room for it, and in hidden layers. */
  readonly valueSide: 'below' | 'beside' | null;
}

export interface NetworkLayout {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly thumbnailPx: number;
  /** Distance between the middles of neighbouring columns. */
  readonly columnGapPx: number;
  /** Room for the name of an input, at the left edge. */
  readonly labelPx: number;
  /** Height of all that is written. */
  readonly textPx: number;
  readonly columns: readonly ColumnPlace[];
}

export interface NetworkSpacing {
  /** Width of the widest name of an input. */
  readonly labelPx?: number;
  /** Whether the outputs have class marks beside them. */
  readonly hasMarks?: boolean;
  /** Least distance of neighbours in a column; more for fingers. */
  readonly minPitchPx?: number;
  /** Height of all that is written. */
  readonly textPx?: number;
}

/** Which units a folded layer shows, ascending; by the layer's index. */
export type ShownUnits = ReadonlyMap<number, readonly number[]>;

/** Least size of thumbnails before a full column folds. */
const READABLE_PX = 18;
const MOST_SHOWN = 16;
/** Thumbnail to distance of neighbours in a column, when it is full. */
const FILL = 0.82;
/** Where columns are closer than this, in heights of the text, values and counts of neighbours would meet. */
const NARROW_GAP_EM = 5;
/** A column is never looser than this many thumbnails from middle to middle. */
const LOOSEST = 2.1;

export function layoutNetwork(
  plan: NetworkPlan,
  widthPx: number,
  heightPx: number,
  { labelPx = 16, hasMarks = true, minPitchPx = READABLE_PX / FILL, textPx = 12 }: NetworkSpacing = {},
  shown: ShownUnits = new Map(),
): NetworkLayout {
  const counts = [plan.inputs, ...plan.layers.map((layer) => layer.units)];
  const slots = Math.max(1, Math.min(MOST_SHOWN, Math.floor(heightPx / minPitchPx)));
  const tallest = Math.min(slots, Math.max(...counts));
  const mostPx = (heightPx * FILL) / tallest;
  const across = spreadColumns({ columns: counts.length, widthPx, mostPx, labelPx, hasMarks, textPx });
  const room: ColumnRoom = { ...across, slots, minPitchPx, heightPx, textPx };
  const columns = counts.map((unitCount, index): ColumnPlace => {
    const kind = index === 0 ? 'inputs' : index === counts.length - 1 ? 'outputs' : 'hidden';
    const xPx = across.firstPx + index * across.columnGapPx;
    const isBeside = kind === 'outputs' && across.hasValues;
    const wantsValues = kind !== 'hidden' && !isBeside && across.isWideBelow[kind];
    const places = placeUnits(unitCount, shown.get(index - 1) ?? [], room, wantsValues);
    return { kind, layer: index - 1, xPx, unitCount, ...places, ...(isBeside && { valueSide: 'beside' }) };
  });
  const { thumbnailPx, columnGapPx } = across;
  return { widthPx, heightPx, thumbnailPx, columnGapPx, labelPx: across.labelPx, textPx, columns };
}

interface ColumnRoom {
  readonly slots: number;
  readonly minPitchPx: number;
  readonly thumbnailPx: number;
  readonly columnGapPx: number;
  readonly heightPx: number;
  readonly textPx: number;
}

/** The first units, unless as many as fit were chosen. `wantsValues` below the units, if there is room for them. */
function placeUnits(
  unitCount: number,
  chosen: readonly number[],
  room: ColumnRoom,
  wantsValues: boolean,
): Pick<ColumnPlace, 'pitchPx' | 'units' | 'folded' | 'valueSide'> {
  const { thumbnailPx, heightPx } = room;
  const { shown, fold } = foldUnits(unitCount, room);
  const used = shown + (fold?.slots ?? 0);
  const belowPx = valueBottom(thumbnailPx, room.textPx);
  const neededPx = thumbnailPx / 2 + belowPx + 2;
  const loosePx = Math.max(room.minPitchPx, thumbnailPx * looseness(used), wantsValues ? neededPx : 0);
  const pitchPx = Math.min(heightPx / used, loosePx);
  const hasValues = wantsValues && pitchPx >= neededPx && (!fold || fitsFold(fold, pitchPx, belowPx));
  // The last value has a place too.
  const lowestPx = (heightPx + (used - 1) * pitchPx) / 2 + belowPx;
  const upPx = hasValues && !fold ? Math.max(0, lowestPx - heightPx) : 0;
  const y = (slot: number) => heightPx / 2 + (slot - (used - 1) / 2) * pitchPx - upPx;
  const isChosen = fold && chosen.length === shown && (chosen.at(-1) ?? 0) < unitCount;
  const units = Array.from({ length: shown }, (_, i) => ({ unit: isChosen ? chosen[i]! : i, yPx: y(i) }));
  const yPx = y(shown + ((fold?.slots ?? 1) - 1) / 2);
  return {
    pitchPx,
    units,
    folded: fold && { count: unitCount - shown, yPx, isTurned: fold.isTurned },
    valueSide: hasValues ? 'below' : null,
  };
}

interface Fold {
  readonly isTurned: boolean;
  readonly heightPx: number;
  /** Places of a unit that it takes. */
  readonly slots: number;
}

/** Whether a value has room between the last unit and the count of the others. */
function fitsFold({ heightPx, slots }: Fold, pitchPx: number, belowPx: number): boolean {
  return ((slots + 1) * pitchPx) / 2 - heightPx / 2 >= belowPx;
}

/** How many units are shown, and how many places the count of the others takes. */
function foldUnits(
  unitCount: number,
  { slots, heightPx, columnGapPx, minPitchPx, thumbnailPx, textPx }: ColumnRoom,
): { shown: number; fold: Fold | null } {
  if (unitCount <= slots) return { shown: unitCount, fold: null };
  // In a narrow column a count hardly wider than the units, so that a value of the next one has its room.
  const mostPx = columnGapPx < NARROW_GAP_EM * textPx ? thumbnailPx + 4 : columnGapPx;
  const isTurned = foldSize(unitCount, false, textPx).widthPx > mostPx;
  const size = foldSize(unitCount, isTurned, textPx);
  const pitchPx = Math.min(heightPx / slots, Math.max(minPitchPx, thumbnailPx * looseness(slots)));
  const taken = Math.ceil((size.heightPx + 2) / pitchPx);
  return {
    shown: Math.max(1, slots - taken),
    fold: { isTurned, heightPx: size.heightPx, slots: taken },
  };
}

/** Few units have more distance than many. */
function looseness(units: number): number {
  return units <= 4 ? LOOSEST : Math.max(1.2, LOOSEST - 0.11 * (units - 4));
}
