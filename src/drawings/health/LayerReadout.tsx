/** The figures of every layer under the pointer: a small card on the side of the hairline that has room, in columns for deep nets. */
import { epochFigure, figure } from '../figure';
import type { LayerRow } from './healthRow';
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

export function LayerReadout({ row, layers, xPx, widthPx, epochWord }: LayerReadoutProps) {
  const place = xPx > widthPx / 2 ? { right: widthPx - xPx + 8 } : { left: xPx + 8 };
  const lines = Math.min(layers.length, MOST_LINES);
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
