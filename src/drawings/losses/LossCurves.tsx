/**
 * Training and test loss over the epochs. Fills its parent. A pointer or the arrow keys read single rows off; for assistive
 * technology it is a slider over the epochs whose text is the reading.
 */
import { type PointerEvent, useMemo, useState } from 'react';
import type { HistoryRow } from '../../engine/training/snapshot';
import { epochFigure, figure } from '../figure';
import type { Source } from '../source';
import { textWidth } from '../textWidth';
import { useFollow } from '../useFollow';
import { useSize } from '../useSize';
import styles from './LossCurves.module.css';
import { LossAxes, LossHairline, LossLines } from './LossPlot';
import { LossReadout } from './LossReadout';
import { type LossScaleKind, lossScales, type PlotArea } from './lossScales';
import type { LossWords } from './lossWords';
import { fitLabel, type Overlay } from './overlay';
import { type AtEpoch, type LossReading, nearestRow, readableRows, readingAt, rowAfterKey } from './readRow';

export interface LossCurvesProps {
  /** Ascending epochs; a new array whenever a row arrives (see `LossHistory`). */
  readonly rows: Source<readonly HistoryRow[]>;
  /** Further curves to compare with, at most four. Keep the array the same while they are. */
  readonly overlays?: readonly Overlay[];
  readonly scale: LossScaleKind;
  readonly words: LossWords;
}

/** Ten pictures a second are enough for a curve, and leave the page's thread to the boundary. */
const INTERVAL_MS = 100;

const noOverlays: readonly Overlay[] = [];

export function LossCurves({ rows: source, overlays = noOverlays, scale, words }: LossCurvesProps) {
  const rows = useFollow(source, INTERVAL_MS);
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const [pickedEpoch, setPickedEpoch] = useState<number | null>(null);
  const area = useMemo(
    () => plotArea(widthPx, heightPx, labelsOf(rows, overlays, words)),
    [widthPx, heightPx, rows, overlays, words],
  );
  const scales = useMemo(() => lossScales(rows, scale, area, overlays), [rows, scale, area, overlays]);
  const readable = readableRows(rows, overlays);
  const picked = pickedEpoch === null ? -1 : nearestRow(readable, pickedEpoch);
  const pickedRow = readable[picked];
  const shownRow = pickedRow ?? readable.at(-1);
  const reading = shownRow && readingAt(shownRow.epoch, rows, overlays);

  const readAtPointer = (event: PointerEvent<HTMLElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    setPickedEpoch(scales.epochAt(event.clientX - left));
  };
  return (
    <div
      ref={sizeRef}
      className={styles.losses}
      role="img"
      aria-label={words.label}
      {...(reading && sliderOf(readable, reading, words))}
      onPointerDown={readAtPointer}
      onPointerMove={readAtPointer}
      onPointerLeave={() => setPickedEpoch(null)}
      onBlur={() => setPickedEpoch(null)}
      onKeyDown={(event) => {
        const next = rowAfterKey(event.key, picked, readable.length);
        if (next === picked) return;
        event.preventDefault();
        setPickedEpoch(readable[next]?.epoch ?? null);
      }}
    >
      {widthPx > 0 && (
        <svg width={widthPx} height={heightPx} aria-hidden="true">
          <LossAxes scales={scales} area={area} />
          {!reading ? (
            <text className={styles.empty} x={(area.left + area.right) / 2} y={(area.top + area.bottom) / 2}>
              {words.empty}
            </text>
          ) : (
            <LossLines {...{ rows, overlays, scales, area, words }} />
          )}
          {pickedRow && reading && <LossHairline reading={reading} scales={scales} area={area} />}
        </svg>
      )}
      {pickedRow && reading && (
        <LossReadout reading={reading} xPx={scales.x(reading.epoch)} widthPx={widthPx} words={words} />
      )}
    </div>
  );
}

function sliderOf(readable: readonly AtEpoch[], reading: LossReading, words: LossWords) {
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-valuemin': readable[0]!.epoch,
    'aria-valuemax': readable.at(-1)!.epoch,
    'aria-valuenow': reading.epoch,
    'aria-valuetext': readingText(reading, words),
  };
}

/** What stands at the right ends of the curves. */
function labelsOf(rows: readonly HistoryRow[], overlays: readonly Overlay[], words: LossWords): string[] {
  const own = rows.length > 0 || overlays.length === 0 ? [words.train, words.test] : [];
  return [...own, ...overlays.map(({ label }) => fitLabel(label))];
}

/** Room for the numbers on the left, the labels on the right and the epochs below. */
function plotArea(widthPx: number, heightPx: number, labels: readonly string[]): PlotArea {
  const labelPx = Math.max(...labels.map((label) => textWidth(label, 11)));
  const left = 38;
  return {
    left,
    right: Math.max(left + 10, widthPx - labelPx - 12),
    top: 8,
    bottom: Math.max(24, heightPx - 18),
  };
}

function readingText({ epoch, row, besides }: LossReading, words: LossWords): string {
  const losses = besides.map(({ label, loss }) => `${label} ${figure(loss)}`);
  if (row && row.testLoss !== null) losses.unshift(`${words.test} ${figure(row.testLoss)}`);
  if (row) losses.unshift(`${words.train} ${figure(row.trainLoss)}`);
  return [`${words.epoch} ${epochFigure(epoch)}`, ...losses].join(', ');
}
