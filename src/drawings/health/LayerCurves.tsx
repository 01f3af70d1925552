/**
 * One number of every layer over the epochs, on a logarithmic axis: how a gradient fades on its way to the first layer. Fills its
 * parent. A pointer or the arrow keys read single rows off; for assistive technology it is a slider whose text is the reading.
 */
import { useMemo } from 'react';
import type { LayerRow } from '../../engine/training/healthRow';
import { figure } from '../figure';
import { LossAxes } from '../losses/LossPlot';
import type { PlotArea } from '../losses/lossScales';
import { textWidth } from '../textWidth';
import { useSize } from '../useSize';
import { useTheme } from '../useTheme';
import styles from './LayerCurves.module.css';
import { Band, LayerHairline, LayerLines } from './LayerPlot';
import { LayerReadout } from './LayerReadout';
import { type LayerScales, layerScales } from './layerScales';
import type { LayerWords } from './layerWords';
import { useReading } from './useReading';

export interface LayerCurvesProps {
  /** Ascending epochs; one value a layer. */
  readonly rows: readonly LayerRow[];
  /** Names of the layers, first to last. [layer] */
  readonly layers: readonly string[];
  /** A customary range, shaded and always in sight. */
  readonly band?: readonly [number, number];
  readonly words: LayerWords;
}

export function LayerCurves({ rows, layers, band, words }: LayerCurvesProps) {
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const { textPx } = useTheme();
  const area = useMemo(
    () => plotArea(widthPx, heightPx, layers, textPx),
    [widthPx, heightPx, layers, textPx],
  );
  const scales = useMemo(() => layerScales(rows, area, band), [rows, area, band]);
  const { pickedRow, handlers } = useReading(rows, scales.epochAt);
  const latest = rows.at(-1);
  const reading = pickedRow ?? latest;

  const note = latest && noteOf(latest, layers, scales, words);
  const slider = reading && {
    role: 'slider',
    tabIndex: 0,
    'aria-valuemin': rows[0]!.epoch,
    'aria-valuemax': rows.at(-1)!.epoch,
    'aria-valuenow': reading.epoch,
    'aria-valuetext': readingText(reading, layers, words),
  };
  return (
    <div
      ref={sizeRef}
      className={styles.curves}
      role="img"
      aria-label={words.label}
      {...slider}
      {...handlers}
    >
      {widthPx > 0 && (
        <svg width={widthPx} height={heightPx} aria-hidden="true">
          {band && <Band band={band} scales={scales} area={area} />}
          <LossAxes scales={scales} area={area} />
          {reading ? (
            <LayerLines rows={rows} layers={layers} scales={scales} area={area} />
          ) : (
            <text className={styles.empty} x={(area.left + area.right) / 2} y={(area.top + area.bottom) / 2}>
              {words.empty}
            </text>
          )}
          {pickedRow && <LayerHairline row={pickedRow} scales={scales} area={area} />}
        </svg>
      )}
      {note && !pickedRow && <p className={styles.note}>{note}</p>}
      {pickedRow && (
        <LayerReadout
          row={pickedRow}
          layers={layers}
          xPx={scales.x(pickedRow.epoch)}
          widthPx={widthPx}
          epochWord={words.epoch}
        />
      )}
    </div>
  );
}

/** Room for the numbers on the left, the names of the layers on the right and the epochs below. */
function plotArea(widthPx: number, heightPx: number, layers: readonly string[], textPx: number): PlotArea {
  const left = 3.8 * textPx;
  const namesPx = Math.max(0, ...layers.map((name) => textWidth(name, textPx)));
  return {
    left,
    right: Math.max(left + 10, widthPx - namesPx - 24),
    top: textPx / 2,
    bottom: Math.max(24, heightPx - 1.5 * textPx),
    textPx,
  };
}

/** What a line cannot tell: that it lies at the foot, or is not there. */
function noteOf({ values }: LayerRow, layers: readonly string[], scales: LayerScales, words: LayerWords) {
  const named = (holds: (value: number) => boolean) =>
    shortList(layers.filter((_, layer) => holds(values[layer] ?? Number.NaN)));
  const atFoot = named(scales.isAtFoot);
  const missing = named((value) => !Number.isFinite(value));
  return [atFoot && words.atFoot(atFoot), missing && words.noLine(missing)].filter(Boolean).join(' ');
}

/** All of a few names, the ends of a long list. */
function shortList(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]} … ${names.at(-1)}` : names.join(', ');
}

function readingText({ epoch, values }: LayerRow, layers: readonly string[], words: LayerWords): string {
  const parts = layers.map((name, layer) => `${name} ${figure(values[layer] ?? Number.NaN)}`);
  return [`${words.epoch} ${epoch.toLocaleString('en')}`, ...parts].join(', ');
}
