/** The curves of the losses as SVG. Further ones lie lowest, test below training; each is named at its end. */
import type { HistoryRow } from '../../engine/training/snapshot';
import { Curve } from '../epochChart/Curve';
import type { ChartScales, PlotArea } from '../epochChart/plotArea';
import { spreadLabels } from '../epochChart/spreadLabels';
import styles from './LossCurves.module.css';
import { dashes, fitLabel, lineColour, type Overlay } from './overlay';
import { type LossWords, testColour } from './reading';

interface LossLinesProps {
  readonly rows: readonly HistoryRow[];
  readonly overlays: readonly Overlay[];
  readonly scales: ChartScales;
  readonly area: PlotArea;
  readonly words: LossWords;
}

interface Line {
  readonly name: string;
  /** [point] */
  readonly xPx: readonly number[];
  /** NaN where there is none. [point] */
  readonly yPx: readonly number[];
  readonly look: { readonly colour: string; readonly widthPx: number; readonly dash?: string | undefined };
  /** How its name is written. */
  readonly className: string | undefined;
  readonly nameColour?: string;
}

const ink = 'var(--ink)';

export function LossLines(props: LossLinesProps) {
  const [train, test] = ownLines(props);
  const others = overlayLines(props);
  return (
    <g>
      {[...others, test, train].map(({ name, xPx, yPx, look, className }) => (
        <Curve key={`${className} ${name}`} xPx={xPx} yPx={yPx} {...look} />
      ))}
      <Names lines={[train, test, ...others]} area={props.area} />
    </g>
  );
}

function ownLines({ rows, scales, words }: LossLinesProps): [train: Line, test: Line] {
  const xPx = rows.map((row) => scales.x(row.epoch));
  return [
    {
      name: words.train,
      xPx,
      yPx: rows.map(({ trainLoss }) => scales.y(trainLoss)),
      look: { colour: ink, widthPx: 1.8 },
      className: styles.trainLabel,
    },
    {
      name: words.test,
      xPx,
      yPx: rows.map(({ testLoss }) => scales.y(testLoss ?? Number.NaN)),
      look: { colour: testColour, widthPx: 1.5 },
      className: styles.testLabel,
    },
  ];
}

function overlayLines({ overlays, scales }: LossLinesProps): Line[] {
  return overlays.map(({ line, label, points }) => ({
    name: fitLabel(label),
    xPx: points.map(({ epoch }) => scales.x(epoch)),
    yPx: points.map(({ loss }) => scales.y(loss)),
    look: { colour: lineColour(line), widthPx: 1.5, dash: dashes[line] },
    className: styles.overlayLabel,
    nameColour: lineColour(line),
  }));
}

/** From name to name, in heights of their text. */
const gapEm = 1.1;
/** From the end of the curve to its name. */
const offsetPx = 7;
/** Names that begin so near to each other could overlap. */
const columnPx = 40;

/** The names of curves at their ends. Those that end at about the same epoch move apart. */
function Names({ lines, area }: { readonly lines: readonly Line[]; readonly area: PlotArea }) {
  const ends = lines.flatMap((line) => {
    const end = line.yPx.findLastIndex(Number.isFinite);
    // A single row is the beginning of a curve, and has the start of the axis beside it.
    return end < 1 ? [] : [{ ...line, xPx: line.xPx[end]!, yPx: line.yPx[end]! }];
  });
  return columnsOf(ends).map((column) => {
    const places = spreadLabels(
      column.map(({ yPx }) => yPx),
      gapEm * area.textPx,
      [area.top + 4, area.bottom - 5],
    );
    return column.map(({ name, className, nameColour, xPx }, i) => (
      <text
        key={`${className} ${name}`}
        className={`${styles.label} ${className}`}
        style={{ fill: nameColour }}
        x={xPx + offsetPx}
        y={places[i]}
        dy="0.32em"
      >
        {name}
      </text>
    ));
  });
}

/** Names that stand below each other. */
function columnsOf<End extends { readonly xPx: number }>(ends: readonly End[]): End[][] {
  const columns: End[][] = [];
  for (const end of ends.toSorted((a, b) => a.xPx - b.xPx)) {
    const column = columns.at(-1);
    if (column && end.xPx - column[0]!.xPx < columnPx) column.push(end);
    else columns.push([end]);
  }
  return columns;
}
