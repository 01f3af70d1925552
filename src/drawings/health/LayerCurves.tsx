/** One number of every layer over the epochs, on a logarithmic axis: how a gradient fades on its way to the first layer. */
import { useMemo } from 'react';
import { EpochChart, type EpochChartWords } from '../epochChart/EpochChart';
import { nearestRow } from '../epochChart/nearestRow';
import { type PlotArea, usePlotArea } from '../epochChart/plotArea';
import { useSize } from '../useSize';
import styles from './LayerCurves.module.css';
import { LayerLines } from './LayerLines';
import { type LayerRow, type LayerScales, layerScales } from './layerScales';

/** In the language of the page. */
export interface LayerWords extends EpochChartWords {
  /** Between the names of layers. */
  readonly listComma: string;
  /** Says that the lines of these layers end at the foot, which stands for 0. */
  readonly atFoot: (layers: string) => string;
  /** Says that the latest values of these layers are not finite. */
  readonly noLine: (layers: string) => string;
}

export interface LayerCurvesProps {
  /** Ascending epochs; one value a layer. */
  readonly rows: readonly LayerRow[];
  /** Names of the layers, first to last. [layer] */
  readonly layers: readonly string[];
  /** A customary range, shaded and always in sight. */
  readonly band?: readonly [number, number];
  readonly words: LayerWords;
}

const margins = { leftEm: 3.8, topEm: 0.5, bottomEm: 1.5, rightPx: 24 };

export function LayerCurves({ rows, layers, band, words }: LayerCurvesProps) {
  const [sizeRef, size] = useSize();
  const area = usePlotArea(size, layers, margins);
  const scales = useMemo(() => layerScales(rows, area, band), [rows, area, band]);
  const latest = rows.at(-1);
  return (
    <EpochChart
      {...{ sizeRef, size, area, scales, rows, words }}
      readingAt={(epoch) => readingOf(rows[nearestRow(rows, epoch)]!, layers)}
      note={latest && noteOf(latest, layers, scales, words)}
      behind={band && <Band band={band} scales={scales} area={area} />}
    >
      {rows.length > 0 && <LayerLines {...{ rows, layers, scales, area }} />}
    </EpochChart>
  );
}

function readingOf({ epoch, values }: LayerRow, layers: readonly string[]) {
  return { epoch, values: layers.map((name, layer) => ({ name, value: values[layer] ?? Number.NaN })) };
}

interface BandProps {
  readonly band: readonly [number, number];
  readonly scales: LayerScales;
  readonly area: PlotArea;
}

function Band({ band: [low, high], scales, area }: BandProps) {
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

/** What a line cannot tell: that it lies at the foot, or is not there. */
function noteOf({ values }: LayerRow, layers: readonly string[], scales: LayerScales, words: LayerWords) {
  const named = (holds: (value: number) => boolean) =>
    shortList(
      layers.filter((_, layer) => holds(values[layer] ?? Number.NaN)),
      words.listComma,
    );
  const atFoot = named(scales.isAtFoot);
  const missing = named((value) => !Number.isFinite(value));
  return [atFoot && words.atFoot(atFoot), missing && words.noLine(missing)].filter(Boolean).join(' ');
}

/** All of a few names, the ends of a long list. */
function shortList(names: readonly string[], comma: string): string {
  return names.length > 3 ? `${names[0]} … ${names.at(-1)}` : names.join(comma);
}
