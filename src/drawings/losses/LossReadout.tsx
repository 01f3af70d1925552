/** The figures under the pointer: a small card at the top that keeps to the side where there is room. */
import type { HistoryRow } from '../../engine/training/snapshot';
import { figure } from '../figure';
import styles from './LossCurves.module.css';
import type { LossWords } from './lossWords';

export interface LossReadoutProps {
  readonly row: HistoryRow;
  readonly xPx: number;
  /** Of the whole picture. */
  readonly widthPx: number;
  readonly words: LossWords;
}

export function LossReadout({ row, xPx, widthPx, words }: LossReadoutProps) {
  const isLeft = xPx > widthPx / 2;
  const place = isLeft ? { right: widthPx - xPx + 8 } : { left: xPx + 8 };
  return (
    <dl className={styles.readout} style={place}>
      <dt>{words.epoch}</dt>
      <dd>{row.epoch.toLocaleString('en')}</dd>
      <dt>{words.train}</dt>
      <dd>{figure(row.trainLoss)}</dd>
      {row.testLoss !== null && (
        <>
          <dt>{words.test}</dt>
          <dd>{figure(row.testLoss)}</dd>
        </>
      )}
    </dl>
  );
}
