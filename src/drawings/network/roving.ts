/** Going from unit to unit by keyboard: left and right between layers, up and down within one. One unit at a time is in the Tab order. */
import type { NetworkLayout } from './layoutNetwork';

/** A place that can have the focus: a shown unit, or, after the last one, the button that opens a folded layer. */
export interface Slot {
  readonly column: number;
  readonly row: number;
}

/** Places in a column. */
function slotsIn({ columns }: NetworkLayout, column: number): number {
  const place = columns[column];
  return place ? place.units.length + (place.folded ? 1 : 0) : 0;
}

/** The place itself while it exists, else the nearest one that does. */
export function clampSlot(layout: NetworkLayout, { column, row }: Slot): Slot {
  const kept = Math.min(Math.max(column, 0), layout.columns.length - 1);
  return { column: kept, row: Math.min(Math.max(row, 0), slotsIn(layout, kept) - 1) };
}

/** Where a key leads to; null when it means nothing here. At an edge it leads nowhere else. */
export function moveSlot(layout: NetworkLayout, slot: Slot, key: string): Slot | null {
  const { column, row } = slot;
  switch (key) {
    case 'ArrowUp':
      return clampSlot(layout, { column, row: row - 1 });
    case 'ArrowDown':
      return clampSlot(layout, { column, row: row + 1 });
    case 'Home':
      return { column, row: 0 };
    case 'End':
      return clampSlot(layout, { column, row: Number.POSITIVE_INFINITY });
    case 'ArrowLeft':
      return column > 0 ? levelWith(layout, slot, column - 1) : slot;
    case 'ArrowRight':
      return column < layout.columns.length - 1 ? levelWith(layout, slot, column + 1) : slot;
    default:
      return null;
  }
}

/** The place of another column that is nearest in height. */
function levelWith(layout: NetworkLayout, from: Slot, column: number): Slot {
  const yPx = heightOf(layout, from);
  let nearest = { column, row: 0 };
  for (let row = 1; row < slotsIn(layout, column); row++) {
    const slot = { column, row };
    if (Math.abs(heightOf(layout, slot) - yPx) < Math.abs(heightOf(layout, nearest) - yPx) - 1e-6) {
      nearest = slot;
    }
  }
  return nearest;
}

function heightOf({ columns }: NetworkLayout, { column, row }: Slot): number {
  const place = columns[column];
  return place?.units[row]?.yPx ?? place?.folded?.yPx ?? 0;
}
