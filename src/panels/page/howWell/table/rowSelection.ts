/** Which points are selected after a press or a key in the table. Rows are what the eye sees; a selection holds points. */

export type SelectHow = 'only' | 'toggle' | 'range';

export interface Selecting {
  readonly selection: ReadonlySet<number>;
  /** The point of each row. [row] */
  readonly order: Uint32Array;
  /** The row where a range begins. */
  readonly anchor: number;
}

/** Selects the point in `row`: alone (or none, where it already was alone), besides the others, or all from the anchor on. */
export function selectRow(
  { selection, order, anchor }: Selecting,
  row: number,
  how: SelectHow,
): ReadonlySet<number> {
  const index = order[row];
  if (index === undefined) return selection;
  if (how === 'range') {
    const [first, last] = [Math.min(anchor, row), Math.max(anchor, row)];
    return new Set(order.subarray(first, last + 1));
  }
  if (how === 'only') return selection.size === 1 && selection.has(index) ? new Set() : new Set([index]);
  const next = new Set(selection);
  if (!next.delete(index)) next.add(index);
  return next;
}
