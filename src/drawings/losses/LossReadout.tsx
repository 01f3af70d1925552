/** The figures under the pointer: a small card on the right, where losses are lower and leave room, or on the left at the end. */
import type { HistoryRow } from '../../engine/training/snapshot';
import { epochFigure, figure } from '../figure';
import styles from './LossCurves.module.css';
import type { LossWords } from './lossWords';

export interface LossReadoutProps {
  readonly row: HistoryRow;
  readonly xPx: number;
  /** Of the whole picture. */
  readonly widthPx: number;
  readonly words: LossWords;
}

const ROOM_PX = 116;

export function LossReadout({ row, xPx, widthPx, words }: LossReadoutProps) {
  const isFull = widthPx - xPx < ROOM_PX;
  const place = isFull ? { right: widthPx - xPx + 8 } : { left: xPx + 8 };
  return (
    <dl className={styles.readout} style={place}>
      <dt>{words.epoch}</dt>
      <dd>{epochFigure(row.epoch)}</dd>
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
