/** All units of one layer in rows, first to last as one reads, for a layer too wide for its column. CSS pixels. */
import { type NetworkPlan, unitsIn } from '../../engine/model/network';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';

const THUMBNAIL_PX = 36;

/** Room for a thumbnail with its number below, in text of this height. */
function cellSize(textPx: number): { widthPx: number; heightPx: number } {
  return { widthPx: THUMBNAIL_PX + Math.max(10, textPx - 2), heightPx: THUMBNAIL_PX + textPx + 8 };
}

/** Cells side by side in this width; at least one. */
export function cellsAcross(widthPx: number, textPx: number): number {
  return Math.max(1, Math.floor(widthPx / cellSize(textPx).widthPx));
}

/** The layer as if each column of the grid were one of the diagram. */
export function gridLayout(plan: NetworkPlan, layer: number, widthPx: number, textPx: number): NetworkLayout {
  const cell = cellSize(textPx);
  const unitCount = unitsIn(plan, layer);
  const across = Math.min(unitCount, cellsAcross(widthPx, textPx));
  const kind = layer < 0 ? 'inputs' : layer === plan.layers.length - 1 ? 'outputs' : 'hidden';
  const columns = Array.from({ length: across }, (_, column): ColumnPlace => {
    const count = Math.ceil((unitCount - column) / across);
    const units = Array.from({ length: count }, (_place, row) => ({
      unit: row * across + column,
      yPx: row * cell.heightPx + THUMBNAIL_PX / 2 + 4,
    }));
    const xPx = (column + 0.5) * cell.widthPx;
    return { kind, layer, xPx, unitCount, pitchPx: cell.heightPx, units, folded: null, valueSide: null };
  });
  return {
    widthPx,
    heightPx: Math.ceil(unitCount / across) * cell.heightPx,
    thumbnailPx: THUMBNAIL_PX,
    columnGapPx: cell.widthPx,
    labelPx: 0,
    textPx,
    columns,
  };
}

/** The unit that a key leads to from another; null when it means nothing. */
export function moveInGrid(unit: number, key: string, across: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -across,
    ArrowDown: across,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const to = unit + step;
  if (Math.abs(step) === count) return Math.min(Math.max(to, 0), count - 1);
  return to < 0 || to >= count ? unit : to;
}
