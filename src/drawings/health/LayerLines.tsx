/** A line for each layer as SVG, with its name beside the plot. */
import { Curve } from '../epochChart/Curve';
import type { PlotArea } from '../epochChart/plotArea';
import { namedLines, spreadLabels } from '../epochChart/spreadLabels';
import styles from './LayerCurves.module.css';
import type { LayerRow, LayerScales } from './layerScales';

interface LayerLinesProps {
  readonly rows: readonly LayerRow[];
  readonly layers: readonly string[];
  readonly scales: LayerScales;
  readonly area: PlotArea;
}

/** From name to name, in heights of their text; below the least they would touch. */
const gapEm = 1.1;
const leastGapEm = 0.9;

export function LayerLines({ rows, layers, scales, area }: LayerLinesProps) {
  const xPx = rows.map((row) => scales.x(row.epoch));
  const lines = layers.map((name, layer) => {
    const yPx = rows.map(({ values }) => scales.y(values[layer] ?? Number.NaN));
    const endPx = yPx.findLast(Number.isFinite);
    return { name, yPx, endPx, colour: layerColour(layer, layers.length) };
  });
  const room = (area.bottom - area.top) / (leastGapEm * area.textPx) + 1;
  const fitting = namedLines(layers.length, room);
  const named = lines.flatMap(({ endPx, ...line }, layer) =>
    endPx !== undefined && fitting.has(layer) ? [{ ...line, endPx }] : [],
  );
  const places = spreadLabels(
    named.map(({ endPx }) => endPx),
    gapEm * area.textPx,
    [area.top + 2, area.bottom - 1],
  );
  const left = rows.length === 1 ? area.left : area.right;
  return (
    <g>
      {lines.map(({ name, yPx, colour }) => (
        <Curve key={name} xPx={xPx} yPx={yPx} colour={colour} widthPx={1.7} />
      ))}
      {named.map(({ name, endPx, colour }, i) => (
        <g key={name}>
          <path
            className={styles.leader}
            d={`M${left + 3} ${endPx}L${left + 13} ${places[i]}`}
            stroke={colour}
          />
          <text className={styles.name} x={left + 17} y={places[i]} dy="0.34em">
            {name}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Share of the accent in the palest line: still told from the paper. */
const palest = 58;
/** Share of the ink in the deepest. */
const deepest = 55;

/** One hue from pale for the first layer to deep for the last, in both themes. */
function layerColour(layer: number, layers: number): string {
  const place = layers > 1 ? layer / (layers - 1) : 1;
  if (place < 0.5) {
    const accent = palest + (100 - palest) * 2 * place;
    return `color-mix(in oklab, var(--accent) ${accent.toFixed(0)}%, var(--card))`;
  }
  const ink = deepest * (2 * place - 1);
  return `color-mix(in oklab, var(--ink) ${ink.toFixed(0)}%, var(--accent))`;
}
