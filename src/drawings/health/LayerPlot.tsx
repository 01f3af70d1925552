/** The inside of a chart of the layers as SVG: the shaded range, a line a layer with its name, and the hairline of the row that is read. */
import { line } from 'd3-shape';
import type { LayerRow } from '../../engine/training/healthRow';
import { decimate } from '../losses/decimate';
import type { PlotArea } from '../losses/lossScales';
import { namedLines, placeLabels } from './endLabels';
import styles from './LayerCurves.module.css';
import { layerColour } from './layerColour';
import type { LayerScales } from './layerScales';

/** From name to name, in heights of their text; below the least they would touch. */
const LABEL_GAP_EM = 1.1;
const LEAST_GAP_EM = 0.9;

interface PlotProps {
  readonly scales: LayerScales;
  readonly area: PlotArea;
}

export function Band({ band: [low, high], scales, area }: PlotProps & { band: readonly [number, number] }) {
  return (
    <rect
      className={styles.band}
      x={area.left}
      width={area.right - area.left}
      y={scales.y(high)}
      height={scales.y(low) - scales.y(high)}
    />
  );
}

interface LinesProps extends PlotProps {
  readonly rows: readonly LayerRow[];
  readonly layers: readonly string[];
}

export function LayerLines({ rows, layers, scales, area }: LinesProps) {
  const xPx = rows.map((row) => scales.x(row.epoch));
  const lines = layers.map((_, layer) => rows.map(({ values }) => scales.y(values[layer] ?? Number.NaN)));
  const ends = lines.map((yPx) => yPx.findLast(Number.isFinite) ?? Number.NaN);
  const heightPx = area.bottom - area.top;
  const named = namedLines(layers.length, heightPx / (LEAST_GAP_EM * area.textPx) + 1);
  const places = placeLabels(
    ends.map((end, layer) => (named.has(layer) ? end : Number.NaN)),
    LABEL_GAP_EM * area.textPx,
    [area.top + 2, area.bottom - 1],
  );
  const endPx = rows.length === 1 ? area.left : area.right;
  return (
    <g>
      {lines.map((yPx, layer) => (
        <Curve key={layers[layer]} xPx={xPx} yPx={yPx} colour={layerColour(layer, layers.length)} />
      ))}
      {layers.map(
        (name, layer) =>
          Number.isFinite(places[layer]) && (
            <g key={name}>
              <path
                className={styles.leader}
                d={`M${endPx + 3} ${ends[layer]}L${endPx + 13} ${places[layer]}`}
                stroke={layerColour(layer, layers.length)}
              />
              <text className={styles.name} x={endPx + 17} y={places[layer]} dy="0.34em">
                {name}
              </text>
            </g>
          ),
      )}
    </g>
  );
}

interface CurveProps {
  readonly xPx: readonly number[];
  readonly yPx: readonly number[];
  readonly colour: string;
}

/** A line, or a dot for a single row. */
function Curve({ xPx, yPx, colour }: CurveProps) {
  const kept = decimate(xPx, yPx);
  if (kept.length === 1) return <circle cx={xPx[kept[0]!]} cy={yPx[kept[0]!]} r={2.5} fill={colour} />;
  const path = line<number>()
    .x((i) => xPx[i]!)
    .y((i) => yPx[i]!)
    .digits(1);
  return <path className={styles.line} d={path(kept) ?? ''} stroke={colour} />;
}

export function LayerHairline({ row, scales, area }: PlotProps & { row: LayerRow }) {
  const x = scales.x(row.epoch);
  return (
    <g className={styles.hairline}>
      <line x1={x} x2={x} y1={area.top} y2={area.bottom} />
      {row.values.map((value, layer) => {
        const y = scales.y(value);
        // biome-ignore lint/suspicious/noArrayIndexKey: the index is the layer
        return Number.isFinite(y) && <circle key={layer} cx={x} cy={y} r={2.5} />;
      })}
    </g>
  );
}
