/**
 * Training and test cost over the epochs. Fills its parent. A pointer reads single rows off. With a timeline its playhead is dragged,
 * and it is a slider over the moments of the run; without one the arrow keys read, and the slider's text is the reading.
 */
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import type { HistoryRow } from '../../engine/training/snapshot';
import { epochFigure, figure } from '../figure';
import { textWidth } from '../textWidth';
import { useSize } from '../useSize';
import { useTheme } from '../useTheme';
import { useThrottled } from '../useThrottled';
import styles from './LossCurves.module.css';
import { LossAxes, LossHairline, LossLines, LossTitles, Playhead } from './LossPlot';
import { LossReadout } from './LossReadout';
import { type EpochAxis, type LossScaleKind, lossScales, type PlotArea } from './lossScales';
import type { LossWords } from './lossWords';
import { fitLabel, type Overlay } from './overlay';
import { type AtEpoch, type LossReading, nearestRow, readableRows, readingAt, rowAfterKey } from './readRow';

/** The moments of a run that can be gone back to. */
export interface LossTimeline {
  /** The epoch that is shown; null at the front of the run. */
  readonly at: number | null;
  /** Whether there is anything to go back to. */
  readonly isOpen: boolean;
  readonly label: string;
  /** Asks for the moment nearest to an epoch. */
  readonly onVisit: (epoch: number) => void;
  /** Asks for so many moments further on; ±∞ for the ends. */
  readonly onMove: (by: number) => void;
}

export interface LossCurvesProps {
  /** Ascending epochs; a new array whenever a row arrives (see `LossHistory`). */
  readonly rows: ReadableStore<readonly HistoryRow[]>;
  /** Further curves to compare with, at most four. Keep the array the same while they are. */
  readonly overlays?: readonly Overlay[];
  readonly scale: LossScaleKind;
  /** Keep it the same while it is. */
  readonly axis?: EpochAxis;
  readonly timeline?: LossTimeline;
  readonly words: LossWords;
}

const noOverlays: readonly Overlay[] = [];
/** Moments that Page Up, Page Down and Shift with an arrow pass over. */
const page = 10;

export function LossCurves(props: LossCurvesProps) {
  const { overlays = noOverlays, timeline, words } = props;
  const rows = useThrottled(props.rows);
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const [pickedEpoch, setPickedEpoch] = useState<number | null>(null);
  const { area, scales } = useScales(rows, { ...props, overlays }, widthPx, heightPx);
  const readable = readableRows(rows, overlays);
  const picked = pickedEpoch === null ? -1 : nearestRow(readable, pickedEpoch);
  const pickedRow = readable[picked];
  const head = timeline && rows[nearestRow(rows, timeline.at ?? rows.at(-1)?.epoch ?? 0)];
  const readingOf = (row: AtEpoch | undefined) => row && readingAt(row.epoch, rows, overlays);
  const reading = readingOf(pickedRow ?? head ?? readable.at(-1));
  const slider = sliderOf(readable, head ? readingOf(head) : reading, words);

  const atPointer = (event: PointerEvent<HTMLElement>) => {
    const left = event.currentTarget.getBoundingClientRect().left;
    const epoch = Math.max(0, scales.epochAt(event.clientX - left));
    const drags = timeline?.isOpen && event.buttons === 1;
    setPickedEpoch(drags ? null : epoch);
    if (drags) timeline.onVisit(epoch);
  };
  const onKey = (event: KeyboardEvent) => {
    if (timeline) return moveByKey(event, timeline);
    const next = rowAfterKey(event.key, picked, readable.length);
    if (next === picked) return;
    event.preventDefault();
    setPickedEpoch(readable[next]?.epoch ?? null);
  };
  return (
    <div
      ref={sizeRef}
      className={`${styles.losses} ${timeline ? styles.scrubbed : ''}`}
      role="img"
      aria-label={timeline?.label ?? words.label}
      {...(timeline ? timelineSlider(slider, timeline) : slider)}
      onPointerDown={(event) => {
        if (timeline) event.currentTarget.setPointerCapture(event.pointerId);
        atPointer(event);
      }}
      onPointerMove={atPointer}
      onPointerLeave={() => setPickedEpoch(null)}
      onBlur={() => setPickedEpoch(null)}
      onKeyDown={onKey}
    >
      {widthPx > 0 && (
        <svg width={widthPx} height={heightPx} aria-hidden="true">
          <LossAxes scales={scales} area={area} />
          <LossTitles area={area} words={words} isEmpty={!reading} />
          {reading && <LossLines {...{ rows, overlays, scales, area, words }} />}
          {pickedRow && reading && <LossHairline reading={reading} scales={scales} area={area} />}
          {head && <Playhead row={head} scales={scales} area={area} />}
        </svg>
      )}
      {pickedRow && reading && (
        <LossReadout reading={reading} xPx={scales.x(reading.epoch)} widthPx={widthPx} words={words} />
      )}
    </div>
  );
}

/** Where things lie, worked out anew only for other rows, another size or other words. */
function useScales(
  rows: readonly HistoryRow[],
  { overlays, scale, axis, words }: LossCurvesProps & { readonly overlays: readonly Overlay[] },
  widthPx: number,
  heightPx: number,
) {
  const labels = labelsOf(rows, overlays, words).join('\n');
  const { textPx } = useTheme();
  const area = useMemo(
    () => plotArea(widthPx, heightPx, labels.split('\n'), textPx),
    [widthPx, heightPx, labels, textPx],
  );
  const scales = useMemo(
    () => lossScales(rows, scale, area, overlays, axis),
    [rows, scale, area, overlays, axis],
  );
  return { area, scales };
}

function sliderOf(readable: readonly AtEpoch[], reading: LossReading | undefined, words: LossWords) {
  if (!reading) return null;
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-valuemin': readable[0]!.epoch,
    'aria-valuemax': readable.at(-1)!.epoch,
    'aria-valuenow': reading.epoch,
    'aria-valuetext': readingText(reading, words),
  };
}

/** There from the start, so that a page is laid out and read the same before anything has been trained. */
function timelineSlider(slider: ReturnType<typeof sliderOf>, { isOpen }: LossTimeline) {
  const still = { role: 'slider', tabIndex: 0, 'aria-valuemin': 0, 'aria-valuemax': 0, 'aria-valuenow': 0 };
  return { ...still, ...slider, 'aria-disabled': !isOpen };
}

function moveByKey(event: KeyboardEvent, { isOpen, onMove }: LossTimeline): void {
  const by = moveOf(event.key, event.shiftKey);
  if (by === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  if (isOpen) onMove(by);
}

function moveOf(key: string, shift: boolean): number {
  const step = shift ? page : 1;
  const moves: Record<string, number> = {
    ArrowRight: step,
    ArrowUp: step,
    ArrowLeft: -step,
    ArrowDown: -step,
    PageUp: page,
    PageDown: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return moves[key] ?? 0;
}

/** What stands at the right ends of the curves. */
function labelsOf(rows: readonly HistoryRow[], overlays: readonly Overlay[], words: LossWords): string[] {
  const own = rows.length > 0 || overlays.length === 0 ? [words.train, words.test] : [];
  return [...own, ...overlays.map(({ label }) => fitLabel(label))];
}

/** Room for the numbers on the left, the labels on the right, the epochs below and what goes up above. */
function plotArea(widthPx: number, heightPx: number, labels: readonly string[], textPx: number): PlotArea {
  const labelPx = Math.max(...labels.map((label) => textWidth(label, textPx)));
  const left = 3.5 * textPx;
  return {
    left,
    right: Math.max(left + 10, widthPx - labelPx - 12),
    top: 1.8 * textPx,
    bottom: Math.max(24, heightPx - 1.7 * textPx),
    textPx,
  };
}

function readingText({ epoch, row, besides }: LossReading, words: LossWords): string {
  const losses = besides.map(({ label, loss }) => `${label} ${figure(loss)}`);
  if (row && row.testLoss !== null) losses.unshift(`${words.test} ${figure(row.testLoss)}`);
  if (row) losses.unshift(`${words.train} ${figure(row.trainLoss)}`);
  return [`${words.epoch} ${epochFigure(epoch)}`, ...losses].join(', ');
}
