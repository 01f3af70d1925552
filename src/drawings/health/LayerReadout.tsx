/** The figures of every layer under the pointer: a small card on the side of the hairline that has room, in columns for deep nets. */

import type { LayerRow } from '../../engine/training/healthRow';
import { epochFigure, figure } from '../figure';
import { textWidth } from '../textWidth';
import styles from './LayerCurves.module.css';

export interface LayerReadoutProps {
  readonly row: LayerRow;
  readonly layers: readonly string[];
  readonly xPx: number;
  /** Of the whole picture. */
  readonly widthPx: number;
  readonly epochWord: string;
}

/** Lines of one column. */
const MOST_LINES = 5;
/** A number of three digits and a power of ten, with the gaps around it. */
const NUMBER_PX = 64;
const PADDING_PX = 18;
/** Between the card and the hairline, or the edge. */
const GAP_PX = 8;

export function LayerReadout({ row, layers, xPx, widthPx, epochWord }: LayerReadoutProps) {
  const lines = Math.min(layers.length, MOST_LINES);
  const cardPx = PADDING_PX + Math.ceil(layers.length / lines) * (namesPx(layers) + NUMBER_PX);
  // On the side that has more room, over the hairline where neither has enough.
  const most = Math.max(0, widthPx - cardPx);
  const place =
    xPx > widthPx / 2
      ? { right: Math.min(widthPx - xPx + GAP_PX, most) }
      : { left: Math.min(xPx + GAP_PX, most) };
  return (
    <dl className={styles.readout} style={{ ...place, gridTemplateRows: `repeat(${lines + 1}, auto)` }}>
      <div className={styles.head}>
        <dt>{epochWord}</dt>
        <dd>{epochFigure(row.epoch)}</dd>
      </div>
      {layers.map((name, layer) => (
        <div key={name} style={{ gridRow: 2 + (layer % lines), gridColumn: 1 + Math.floor(layer / lines) }}>
          <dt>{name}</dt>
          <dd>{figure(row.values[layer] ?? Number.NaN)}</dd>
        </div>
      ))}
    </dl>
  );
}

function namesPx(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => textWidth(name, 11)));
}
