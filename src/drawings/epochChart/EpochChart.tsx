/**
 * A chart over the epochs of a run: axes, curves, and a reading. Fills its parent. A pointer reads single rows off. With a timeline its
 * playhead is dragged, and it is a slider over the checkpoints of the run; without one the arrow keys read, and the slider's text is the
 * reading. What the curves are and where values lie is told from outside.
 */
import { type ReactNode, type RefCallback, useState } from 'react';
import type { EpochRow } from '../../engine/training/history';
import { epochFigure, figure } from '../figure';
import { useInteraction } from '../interaction/useInteraction';
import type { Size } from '../useSize';
import { EpochAxes } from './EpochAxes';
import styles from './EpochChart.module.css';
import { nearestRow } from './nearestRow';
import type { ChartScales, PlotArea } from './plotArea';
import { type EpochReading, Readout } from './Readout';

/** The checkpoints of a run. */
export interface Timeline {
  /** The epoch that is shown; null at the front of the run. */
  readonly at: number | null;
  /** Whether there is anything to go back to. */
  readonly isOpen: boolean;
  readonly label: string;
  /** Asks for the checkpoint nearest to an epoch. */
  readonly onVisit: (epoch: number) => void;
  /** Asks for the checkpoint so many places further on; ±∞ for the ends. */
  readonly onMove: (by: number) => void;
}

/** In the language of the page. */
export interface EpochChartWords {
  /** What the picture is, in words. */
  readonly label: string;
  readonly epoch: string;
  /** Shown while there are no rows. */
  readonly empty: string;
  /** Between the values that are read out, with the space that the language puts there. */
  readonly comma: string;
}

interface EpochChartProps {
  readonly sizeRef: RefCallback<HTMLElement>;
  readonly size: Size;
  readonly area: PlotArea;
  readonly scales: ChartScales;
  /** What can be read, by ascending epochs. */
  readonly rows: readonly EpochRow[];
  readonly readingAt: (epoch: number) => EpochReading;
  readonly timeline?: Timeline | undefined;
  /** Where the run stands on its timeline. */
  readonly head?: EpochRow | undefined;
  readonly words: EpochChartWords;
  /** Stands over the foot of the plot while nothing is read. */
  readonly note?: string | undefined;
  /** SVG behind the axes. */
  readonly behind?: ReactNode;
  /** The curves, as SVG. */
  readonly children: ReactNode;
}

/** Moments that Page keys pass over. */
const page = 10;

export function EpochChart(props: EpochChartProps) {
  const { sizeRef, size, area, scales, rows, readingAt, timeline, head, words, note } = props;
  const { picked, handlers } = useReading(props);
  const reading = picked && readingAt(picked.epoch);
  const spoken = head ?? picked ?? rows.at(-1);
  return (
    <div
      ref={sizeRef}
      className={`${styles.chart} ${timeline ? styles.scrubbed : ''}`}
      role="img"
      aria-label={timeline?.label ?? words.label}
      {...sliderOf(rows, spoken && readingAt(spoken.epoch), timeline, words)}
      {...handlers}
    >
      {size.widthPx > 0 && (
        <svg width={size.widthPx} height={size.heightPx} aria-hidden="true">
          {props.behind}
          <EpochAxes scales={scales} area={area} />
          {rows.length === 0 && (
            <text className={styles.empty} x={(area.left + area.right) / 2} y={(area.top + area.bottom) / 2}>
              {words.empty}
            </text>
          )}
          {props.children}
          {reading && <Hairline reading={reading} scales={scales} area={area} />}
        </svg>
      )}
      {note && !reading && <p className={styles.note}>{note}</p>}
      {reading && (
        <Readout
          reading={reading}
          xPx={scales.x(reading.epoch)}
          widthPx={size.widthPx}
          epochWord={words.epoch}
        />
      )}
    </div>
  );
}

/** Which row is read off, by pointer or by keyboard. */
function useReading({ rows, scales, timeline }: EpochChartProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const at = pointed === null ? -1 : nearestRow(rows, pointed);
  const rowAfter = (steps: number) => {
    const last = rows.length - 1;
    return rows[Math.min(Math.max((at === -1 ? last : at) + steps, 0), last)]?.epoch ?? null;
  };
  const { handlers } = useInteraction<number>({
    targetAt: ({ xPx }) => Math.max(0, scales.epochAt(xPx)),
    pointed: () => pointed,
    onPoint: setPointed,
    onDrag: timeline?.isOpen
      ? (epoch) => {
          setPointed(null);
          timeline.onVisit(epoch);
        }
      : undefined,
    step: (_from, steps) => {
      if (!timeline) return rowAfter(steps);
      if (timeline.isOpen) timeline.onMove(steps);
      return null;
    },
    page: timeline ? page : Math.max(1, Math.round(rows.length / 10)),
  });
  return { picked: rows[at], handlers };
}

/** A timeline is a slider from the start, so that a page is laid out and read the same before anything has been trained. */
function sliderOf(
  rows: readonly EpochRow[],
  reading: EpochReading | undefined,
  timeline: Timeline | undefined,
  words: EpochChartWords,
) {
  if (!reading && !timeline) return null;
  return {
    role: 'slider',
    tabIndex: 0,
    'aria-valuemin': rows[0]?.epoch ?? 0,
    'aria-valuemax': rows.at(-1)?.epoch ?? 0,
    'aria-valuenow': reading?.epoch ?? 0,
    'aria-valuetext': reading && readingText(reading, words),
    ...(timeline ? { 'aria-disabled': !timeline.isOpen } : {}),
  };
}

function readingText({ epoch, values }: EpochReading, words: EpochChartWords): string {
  const parts = values.map(({ name, value }) => `${name} ${figure(value)}`);
  return [`${words.epoch} ${epochFigure(epoch)}`, ...parts].join(words.comma);
}

interface HairlineProps {
  readonly reading: EpochReading;
  readonly scales: ChartScales;
  readonly area: PlotArea;
}

/** The first value's dot lies on top. */
function Hairline({ reading: { epoch, values }, scales, area }: HairlineProps) {
  const x = scales.x(epoch);
  return (
    <g className={styles.hairline}>
      <line x1={x} x2={x} y1={area.top} y2={area.bottom} />
      {values.toReversed().map(({ name, value, dotColour }) => {
        const y = scales.y(value);
        return Number.isFinite(y) && <circle key={name} cx={x} cy={y} r={3} style={{ fill: dotColour }} />;
      })}
    </g>
  );
}
