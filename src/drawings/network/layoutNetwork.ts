/**
 * Where the units of a network stand. Columns are the inputs, the hidden layers and the outputs, evenly spaced; all thumbnails have
 * one size. A layer with more units than fit shows some of them, chosen elsewhere, and a count of the rest. CSS pixels; knows no
 * drawing.
 */
import type { NetworkPlan } from '../../engine/model/network';

export interface UnitPlace {
  /** Index of the unit in its layer. */
  readonly unit: number;
  /** Middle of its thumbnail. */
  readonly yPx: number;
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
  /** Ascending. */
  readonly units: readonly UnitPlace[];
  /** Units without a thumbnail, and where to say so; null when all are shown. */
  readonly folded: { readonly count: number; readonly yPx: number } | null;
}

export interface NetworkLayout {
  /** At least the width asked for; more when the columns need it, to be scrolled. */
  readonly widthPx: number;
  readonly heightPx: number;
  readonly thumbnailPx: number;
  /** Distance between the middles of neighbouring columns. */
  readonly columnGapPx: number;
  readonly columns: readonly ColumnPlace[];
}

export interface NetworkSpacing {
  /** Least distance of columns, for controls above them. */
  readonly minColumnGapPx?: number;
  /** Left of the first thumbnail, for the names of the inputs. */
  readonly leftPx?: number;
  /** Right of the last thumbnail, for the class marks. */
  readonly rightPx?: number;
  /** Least distance of neighbours in a column, for fingers. */
  readonly minPitchPx?: number;
}

/** Which units a folded layer shows, ascending; by the layer's index. */
export type ShownUnits = ReadonlyMap<number, readonly number[]>;

const LARGEST_PX = 36;
const SMALLEST_PX = 18;
const MOST_SHOWN = 12;
/** Thumbnail to distance of neighbours in a column, when it is full. */
const FILL = 0.82;
/** A column is never looser than this many thumbnails from middle to middle. */
const LOOSEST = 1.85;

export function layoutNetwork(
  plan: NetworkPlan,
  widthPx: number,
  heightPx: number,
  { minColumnGapPx = 46, leftPx = 44, rightPx = 30, minPitchPx = SMALLEST_PX / FILL }: NetworkSpacing = {},
  shown: ShownUnits = new Map(),
): NetworkLayout {
  const counts = [plan.inputs, ...plan.layers.map((layer) => layer.units)];
  const slots = Math.max(1, Math.min(MOST_SHOWN, Math.floor(heightPx / minPitchPx)));
  const tallest = Math.min(slots, Math.max(...counts));
  const inner = widthPx - leftPx - rightPx;
  const gapIfFits = (inner - LARGEST_PX) / (counts.length - 1);
  const bounds = [LARGEST_PX, (heightPx * FILL) / tallest, gapIfFits * 0.6];
  const thumbnailPx = Math.max(SMALLEST_PX, Math.floor(Math.min(...bounds)));
  const columnGapPx = Math.max((inner - thumbnailPx) / (counts.length - 1), minColumnGapPx);
  const firstX = leftPx + thumbnailPx / 2;
  const columns = counts.map((unitCount, index): ColumnPlace => {
    const kind = index === 0 ? 'inputs' : index === counts.length - 1 ? 'outputs' : 'hidden';
    const chosen = shown.get(index - 1) ?? [];
    const places = placeUnits(unitCount, chosen, { slots, thumbnailPx, heightPx });
    return { kind, layer: index - 1, xPx: firstX + index * columnGapPx, unitCount, ...places };
  });
  const needed = leftPx + rightPx + thumbnailPx + (counts.length - 1) * columnGapPx;
  return {
    widthPx: Math.max(widthPx, Math.ceil(needed - 1e-6)),
    heightPx,
    thumbnailPx,
    columnGapPx,
    columns,
  };
}

/** The first units, unless as many as fit were chosen. */
function placeUnits(
  unitCount: number,
  chosen: readonly number[],
  { slots, thumbnailPx, heightPx }: { slots: number; thumbnailPx: number; heightPx: number },
): Pick<ColumnPlace, 'pitchPx' | 'units' | 'folded'> {
  const used = Math.min(unitCount, slots);
  const shown = unitCount > slots ? slots - 1 : unitCount;
  const pitchPx = Math.min(heightPx / used, thumbnailPx * looseness(used));
  const y = (slot: number) => heightPx / 2 + (slot - (used - 1) / 2) * pitchPx;
  const isChosen = shown < unitCount && chosen.length === shown && (chosen.at(-1) ?? 0) < unitCount;
  const units = Array.from({ length: shown }, (_, i) => ({ unit: isChosen ? chosen[i]! : i, yPx: y(i) }));
  return {
    pitchPx,
    units,
    folded: shown < unitCount ? { count: unitCount - shown, yPx: y(used - 1) } : null,
  };
}

/** Few units stand looser than many. */
function looseness(units: number): number {
  return units <= 4 ? LOOSEST : Math.max(1.2, LOOSEST - 0.09 * (units - 4));
}
