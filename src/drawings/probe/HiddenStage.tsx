/** One hidden layer: z and a of every unit as small signed bars with their numbers, or as bars alone where there are many. */
import { activations } from '../../engine/model/activations';
import { niceCeiling } from '../niceCeiling';
import type { LayerStep } from './chain';
import { digits } from './digits';
import styles from './ProbeChain.module.css';
import type { ProbeWords } from './probeWords';
import { barSpan, barsPath } from './signedBars';

interface HiddenStageProps {
  readonly layer: LayerStep;
  readonly title: string;
  /** Rows there is room for. */
  readonly lines: number;
  readonly linePx: number;
  readonly words: ProbeWords;
}

export function HiddenStage({ layer, title, lines, linePx, words }: HiddenStageProps) {
  const { activation, logits, outputs } = layer;
  const name = words.activation(activation);
  const isFolded = logits.length > lines;
  // The last line tells the ends of the values.
  const barsPx = (lines - 1) * linePx;
  const columns = { z: columnOf(logits, true), a: columnOf(outputs, isSigned(layer)) };
  return (
    <table className={styles.table}>
      <caption>
        {title} {isFolded && <span className={styles.soft}>{words.units(logits.length)}</span>}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col" colSpan={2}>
            z = w·x + b
          </th>
          <th scope="col" colSpan={2}>
            a = {name}(z)
          </th>
        </tr>
      </thead>
      <tbody>
        {isFolded ? (
          <tr>
            <td />
            <FoldedBars column={columns.z} heightPx={barsPx} />
            <FoldedBars column={columns.a} heightPx={barsPx} />
          </tr>
        ) : (
          Array.from(logits, (z, unit) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
            <tr key={unit}>
              <th scope="row" className={styles.soft}>
                {unit + 1}
              </th>
              <BarCell value={z} column={columns.z} />
              <td>{digits(z, 3)}</td>
              <BarCell value={outputs[unit]!} column={columns.a} />
              <td>{digits(outputs[unit]!, 3)}</td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

/** Values that share a scale. */
interface Column {
  readonly values: Float64Array;
  /** What a whole bar stands for; in round steps, so that bars do not shrink and grow together all the time. */
  readonly full: number;
  readonly isSigned: boolean;
}

function columnOf(values: Float64Array, signed: boolean): Column {
  const largest = values.reduce(
    (most, value) => Math.max(most, Number.isFinite(value) ? Math.abs(value) : 0),
    0,
  );
  return { values, full: niceCeiling(largest), isSigned: signed };
}

/** Whether zero lies in the middle of the bars, or at their left because nothing is ever negative. */
function isSigned({ activation }: LayerStep): boolean {
  return activation !== 'softmax' && activations[activation].range[0] < 0;
}

function BarCell({ value, column }: { readonly value: number; readonly column: Column }) {
  const { start, length } = barSpan(value, column);
  return (
    <td className={styles.barCell} aria-hidden="true">
      <span className={styles.track} data-signed={column.isSigned || undefined}>
        <span
          className={value < 0 ? styles.negative : styles.positive}
          style={{ left: `${100 * start}%`, width: `${100 * length}%` }}
        />
      </span>
    </td>
  );
}

/** All units as bars without numbers; the ends of the values stand in for them. */
function FoldedBars({ column, heightPx }: { readonly column: Column; readonly heightPx: number }) {
  const [low, high] = [column.values.reduce(least, Infinity), column.values.reduce(most, -Infinity)];
  const ends = `${digits(low, 2)} … ${digits(high, 2)}`;
  return (
    <td className={styles.folded} colSpan={2}>
      <svg width={92} height={heightPx} role="img" aria-label={ends}>
        <path className={styles.positive} d={barsPath(column, 92, heightPx, 1)} />
        <path className={styles.negative} d={barsPath(column, 92, heightPx, -1)} />
        <line className={styles.zero} x1={zeroPx(column)} x2={zeroPx(column)} y2={heightPx} />
      </svg>
      <span className={styles.soft} aria-hidden="true">
        {ends}
      </span>
    </td>
  );
}

function zeroPx({ isSigned: signed }: Column): number {
  return signed ? 46 : 0.5;
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}

function most(a: number, b: number): number {
  return Math.max(a, b);
}
