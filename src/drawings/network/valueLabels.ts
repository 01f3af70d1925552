/** The numbers written into the picture when a unit stands out: its incoming weights where they come from, its bias beside it. */
import { biasIndex, type NetworkPlan, type UnitRef, weightIndex } from '../../engine/model/network';
import { figure } from '../figure';
import type { NetworkLayout } from './layoutNetwork';

export interface ValueLabel {
  readonly kind: 'weight' | 'bias';
  /** Place among the parameters. */
  readonly index: number;
  /** Left end of a weight's label; of a bias's one the middle if it is below its unit, else the left end. */
  readonly xPx: number;
  /** Middle of the label. */
  readonly yPx: number;
  readonly isBelow: boolean;
}

/** So many weights are written at most. */
const MOST = 8;
/** Room that a label needs below its unit. */
const LABEL_PX = 17;

/** Labels for a unit that is shown; none for an input, or a unit that is folded away. The strongest weights, where there are many. */
export function placeValues(
  plan: NetworkPlan,
  layout: NetworkLayout,
  unit: UnitRef,
  parameters: ArrayLike<number>,
): ValueLabel[] {
  const left = layout.columns[unit.layer];
  const column = layout.columns[unit.layer + 1];
  const place = column?.units.find((shown) => shown.unit === unit.unit);
  const bias = biasIndex(plan, unit);
  if (!left || !column || !place || bias === null) return [];
  const half = layout.thumbnailPx / 2;
  const weights = left.units.map(({ unit: from, yPx }): ValueLabel => {
    const index = weightIndex(plan, { layer: unit.layer, from, to: unit.unit });
    return { kind: 'weight', index, xPx: left.xPx + half + 3, yPx, isBelow: false };
  });
  const isBelow =
    column.pitchPx - layout.thumbnailPx >= LABEL_PX && place.yPx + half + LABEL_PX < layout.heightPx;
  const at = isBelow
    ? { xPx: column.xPx, yPx: place.yPx + half + LABEL_PX / 2 }
    : { xPx: column.xPx + half + 4, yPx: place.yPx };
  return [...strongestOf(weights, parameters), { kind: 'bias', index: bias, ...at, isBelow }];
}

/** What is not finite counts as strong: it is what one looks for. */
function strongestOf(labels: ValueLabel[], parameters: ArrayLike<number>): ValueLabel[] {
  if (labels.length <= MOST) return labels;
  const size = ({ index }: ValueLabel) => {
    const value = Math.abs(parameters[index]!);
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  };
  const kept = new Set([...labels].sort((a, b) => size(b) - size(a)).slice(0, MOST));
  return labels.filter((label) => kept.has(label));
}

/** A weight or bias for reading: two decimals as long as they say something, so that it does not jump about while it is trained. */
export function weightText(value: number): string {
  if (!(Math.abs(value) < 100)) return figure(value);
  return value.toFixed(2).replace('-0.00', '0.00').replace('-', '−');
}
