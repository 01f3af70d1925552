/** The figures under the pointer: a small card on the right of the hairline, or on the left where that has no room; in columns for many. */
import { epochFigure, figure } from '../figure';
import { fitText, textWidth } from '../textWidth';
import styles from './EpochChart.module.css';

/** What the curves say at one epoch. */
export interface EpochReading {
  readonly epoch: number;
  /** In the order in which they are read out. */
  readonly values: readonly ReadValue[];
}

export interface ReadValue {
  readonly name: string;
  readonly value: number;
  /** CSS colours of its dot and of its name; ink and quiet without. */
  readonly dotColour?: string;
  readonly nameColour?: string;
}

interface ReadoutProps {
  readonly reading: EpochReading;
  /** Of the hairline. */
  readonly xPx: number;
  /** Of the whole picture. */
  readonly widthPx: number;
  readonly epochWord: string;
}

/** Lines of one column, besides the epoch's. */
const mostLines = 5;
/** A number of three digits and a power of ten, with the gaps around it. */
const numberPx = 64;
const paddingPx = 18;
/** Between the card and the hairline, or the edge. */
const gapPx = 8;
const textPx = 11;
/** Longest name of a curve. */
const longestPx = 100;

export function Readout({ reading: { epoch, values }, xPx, widthPx, epochWord }: ReadoutProps) {
  const lines = Math.min(values.length, mostLines);
  const names = values.map(({ name }) => fitText(name, textPx, longestPx));
  const namesPx = Math.max(0, ...names.map((name) => textWidth(name, textPx)));
  const cardPx = paddingPx + Math.ceil(values.length / mostLines) * (namesPx + numberPx);
  // Over the hairline where there is no room on either side.
  const most = Math.max(0, widthPx - cardPx);
  const place = xPx + gapPx > most ? { right: Math.min(widthPx - xPx + gapPx, most) } : { left: xPx + gapPx };
  return (
    <dl className={styles.readout} style={{ ...place, gridTemplateRows: `repeat(${lines + 1}, auto)` }}>
      <div className={styles.head}>
        <dt>{epochWord}</dt>
        <dd>{epochFigure(epoch)}</dd>
      </div>
      {values.map(({ name, value, nameColour }, i) => (
        <div key={name} style={{ gridRow: 2 + (i % mostLines), gridColumn: 1 + Math.floor(i / mostLines) }}>
          <dt style={{ color: nameColour }}>{names[i]}</dt>
          <dd>{figure(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
