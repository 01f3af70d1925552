/** The figures under the pointer: a small card on the right, where losses are lower and leave room, or on the left at the end. */
import { epochFigure, figure } from '../figure';
import styles from './LossCurves.module.css';
import type { LossWords } from './lossWords';
import { fitLabel, lineColour } from './overlay';
import type { LossReading } from './readRow';

export interface LossReadoutProps {
  readonly reading: LossReading;
  readonly xPx: number;
  /** Of the whole picture. */
  readonly widthPx: number;
  readonly words: LossWords;
}

const ROOM_PX = 116;
const LABELLED_ROOM_PX = 180;

export function LossReadout({ reading, xPx, widthPx, words }: LossReadoutProps) {
  const { epoch, row, besides } = reading;
  const roomPx = besides.some(({ label }) => label.length > 2) ? LABELLED_ROOM_PX : ROOM_PX;
  const isFull = widthPx - xPx < roomPx;
  const place = isFull ? { right: widthPx - xPx + 8 } : { left: xPx + 8 };
  return (
    <dl className={styles.readout} style={place}>
      <dt>{words.epoch}</dt>
      <dd>{epochFigure(epoch)}</dd>
      {row && (
        <>
          <dt>{words.train}</dt>
          <dd>{figure(row.trainLoss)}</dd>
        </>
      )}
      {row && row.testLoss !== null && (
        <>
          <dt>{words.test}</dt>
          <dd>{figure(row.testLoss)}</dd>
        </>
      )}
      {besides.map(({ line, label, loss }) => (
        <div key={line} className={styles.beside}>
          <dt style={{ color: lineColour(line) }}>{fitLabel(label)}</dt>
          <dd>{figure(loss)}</dd>
        </div>
      ))}
    </dl>
  );
}
