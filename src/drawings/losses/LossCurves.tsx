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
import { nearestRow, rowAfterKey } from './readRow';

export interface LossCurvesProps {
  /** Ascending epochs; a new array whenever a row arrives (see `LossHistory`). */
  readonly rows: Source<readonly HistoryRow[]>;
  readonly scale: LossScaleKind;
  readonly words: LossWords;
}

/** Ten pictures a second are enough for a curve, and leave the page's thread to the boundary. */
const INTERVAL_MS = 100;

export function LossCurves({ rows: source, scale, words }: LossCurvesProps) {
  const rows = useFollow(source, INTERVAL_MS);
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const [pickedEpoch, setPickedEpoch] = useState<number | null>(null);
  const area = useMemo(() => plotArea(widthPx, heightPx, words), [widthPx, heightPx, words]);
  const scales = useMemo(() => lossScales(rows, scale, area), [rows, scale, area]);
  const picked = pickedEpoch === null ? -1 : nearestRow(rows, pickedEpoch);
  const pickedRow = rows[picked];
  const reading = pickedRow ?? rows.at(-1);

  const readAtPointer = (event: PointerEvent<HTMLElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    setPickedEpoch(scales.epochAt(event.clientX - left));
  };
  const slider = rows.length > 0 && {
    role: 'slider',
    tabIndex: 0,
    'aria-valuemin': rows[0]!.epoch,
    'aria-valuemax': rows.at(-1)!.epoch,
    'aria-valuenow': reading!.epoch,
    'aria-valuetext': readingText(reading!, words),
  };
  return (
    <div
      ref={sizeRef}
      className={styles.losses}
      role="img"
      aria-label={words.label}
      {...slider}
      onPointerDown={readAtPointer}
      onPointerMove={readAtPointer}
      onPointerLeave={() => setPickedEpoch(null)}
      onBlur={() => setPickedEpoch(null)}
      onKeyDown={(event) => {
        const next = rowAfterKey(event.key, picked, rows.length);
        if (next === picked) return;
        event.preventDefault();
        setPickedEpoch(rows[next]?.epoch ?? null);
      }}
    >
      {widthPx > 0 && (
        <svg width={widthPx} height={heightPx} aria-hidden="true">
          <LossAxes rows={rows} scales={scales} area={area} />
          {rows.length === 0 ? (
            <text className={styles.empty} x={(area.left + area.right) / 2} y={(area.top + area.bottom) / 2}>
              {words.empty}
            </text>
          ) : (
            <LossLines rows={rows} scales={scales} area={area} words={words} />
          )}
          {pickedRow && <LossHairline row={pickedRow} scales={scales} area={area} />}
        </svg>
      )}
      {pickedRow && (
        <LossReadout row={pickedRow} xPx={scales.x(pickedRow.epoch)} widthPx={widthPx} words={words} />
      )}
    </div>
  );
}

/** Room for the numbers on the left, the labels on the right and the epochs below. */
function plotArea(widthPx: number, heightPx: number, words: LossWords): PlotArea {
  const labelPx = Math.max(textWidth(words.train, 11), textWidth(words.test, 11));
  const left = 38;
  return {
    left,
    right: Math.max(left + 10, widthPx - labelPx - 12),
    top: 8,
    bottom: Math.max(24, heightPx - 18),
  };
}

function readingText(row: HistoryRow, words: LossWords): string {
  const test = row.testLoss === null ? '' : `, ${words.test} ${figure(row.testLoss)}`;
  return `${words.epoch} ${epochFigure(row.epoch)}, ${words.train} ${figure(row.trainLoss)}${test}`;
}
