/** The names of curves at their ends. Those that end at about the same epoch move apart. */
import styles from './LossCurves.module.css';
import type { PlotArea } from './lossScales';
import { spreadLabels } from './spreadLabels';

export interface EndLabel {
  readonly text: string;
  readonly className: string | undefined;
  /** CSS colour; that of the class without one. */
  readonly colour?: string;
  /** The last point of the curve. */
  readonly xPx: number;
  readonly yPx: number;
}

/** From name to name, in heights of their text. */
const gapEm = 1.1;
/** From the end of the curve to its name. */
const offsetPx = 7;
/** Names that begin so near to each other could overlap. */
const columnPx = 40;

export function EndLabels({ labels, area }: { labels: readonly EndLabel[]; area: PlotArea }) {
  const limits = [area.top + 4, area.bottom - 5] as const;
  return columnsOf(labels).map((column) => {
    const places = spreadLabels(
      column.map(({ yPx }) => yPx),
      gapEm * area.textPx,
      limits,
    );
    return column.map(({ text, className, colour, xPx }, i) => (
      <text
        key={`${className} ${text}`}
        className={`${styles.label} ${className}`}
        {...(colour ? { style: { fill: colour } } : {})}
        x={xPx + offsetPx}
        y={places[i]}
        dy="0.32em"
      >
        {text}
      </text>
    ));
  });
}

/** Labels that stand below each other. */
function columnsOf(labels: readonly EndLabel[]): EndLabel[][] {
  const columns: EndLabel[][] = [];
  for (const label of [...labels].sort((a, b) => a.xPx - b.xPx)) {
    const column = columns.at(-1);
    if (column && label.xPx - column[0]!.xPx < columnPx) column.push(label);
    else columns.push([label]);
  }
  return columns;
}
