/** The numbers written into the picture when a unit stands out: its incoming weights where they come from, its bias beside it. */
import { biasIndex, type NetworkPlan, type UnitRef, weightIndex } from '../../engine/model/network';
import { figure } from '../figure';
import { textWidth } from '../textWidth';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';

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

/** Most weights that are written. */
const MOST = 8;
/** Room that a label needs below its unit, in heights of its text. */
const LABEL_EM = 1.5;
/** Left and right of the text of a label. */
const PADDING_PX = 6;

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
  const weights = left.units.map(({ unit: from, yPx }): ValueLabel => {
    const index = weightIndex(plan, { layer: unit.layer, from, to: unit.unit });
    const xPx = besideSource(layout, left.xPx, weightText(parameters[index]!));
    return { kind: 'weight', index, xPx, yPx, isBelow: false };
  });
  const at = placeLabel(layout, column, place.yPx, biasText(parameters[bias]!));
  return [...strongestOf(weights, parameters), { kind: 'bias', index: bias, ...at }];
}

/** After the unit that a weight comes from; before it where the columns are too close, so that its target stays in sight. */
function besideSource(layout: NetworkLayout, xPx: number, text: string): number {
  const half = layout.thumbnailPx / 2;
  const widthPx = labelWidth(layout, text);
  const beforePx = xPx - half - 3 - widthPx;
  const isWide = layout.columnGapPx - layout.thumbnailPx >= widthPx + 6;
  return isWide || beforePx < 0 ? insideLeft(layout, xPx + half + 3, text) : beforePx;
}

/** A label at a unit, below it where there is room, else beside it; never outside the frame. */
export function placeLabel(
  layout: NetworkLayout,
  { xPx, pitchPx }: ColumnPlace,
  yPx: number,
  text: string,
): Pick<ValueLabel, 'xPx' | 'yPx' | 'isBelow'> {
  const half = layout.thumbnailPx / 2;
  const labelPx = LABEL_EM * layout.textPx;
  const isBelow = pitchPx - layout.thumbnailPx >= labelPx && yPx + half + labelPx < layout.heightPx;
  if (!isBelow) return { xPx: insideLeft(layout, xPx + half + 4, text), yPx, isBelow };
  const halfText = labelWidth(layout, text) / 2;
  const middlePx = Math.max(halfText, Math.min(xPx, layout.widthPx - halfText));
  return { xPx: middlePx, yPx: yPx + half + labelPx / 2, isBelow };
}

function labelWidth({ textPx }: NetworkLayout, text: string): number {
  return textWidth(text, textPx) + 2 * PADDING_PX;
}

/** Left end of a label that begins at `xPx` if it has room there. */
function insideLeft(layout: NetworkLayout, xPx: number, text: string): number {
  return Math.max(0, Math.min(xPx, layout.widthPx - labelWidth(layout, text)));
}

/** Values that are not finite count as the strongest, so that they are always written. */
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

export function biasText(value: number): string {
  return `b = ${weightText(value)}`;
}
