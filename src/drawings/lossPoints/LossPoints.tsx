/**
 * The loss of every point, as a dot that slides along the curve of the loss while the network trains. Fills its parent. A dot is
 * pointed at by pointer, or by the arrow keys, which go through the points by their loss: for assistive technology it is a slider over
 * that order. A press or Enter picks a dot.
 */
import { type KeyboardEvent, type PointerEvent, useMemo } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import { pointsIntervalMs } from '../boundary/paintPoints';
import { useCanvas } from '../useCanvas';
import { useThrottled } from '../useThrottled';
import styles from './LossPoints.module.css';
import { rankByLoss, rankedIn } from './lossOrder';
import { createLossPointsChart } from './paintLossPoints';
import type { LossPointsPicture } from './picture';

export interface LossPointsProps extends LossPointsPicture {
  /** What the picture is, in words. */
  readonly label: string;
  /** What is said of the point that is pointed at, or how to go through the points. */
  readonly reading: string;
  readonly onPoint: (index: number | null) => void;
  readonly onPick: (index: number) => void;
}

const reaches: Readonly<Record<string, number>> = { mouse: 12, pen: 14, touch: 24 };

export function LossPoints({ label, reading, onPoint, onPick, ...picture }: LossPointsProps) {
  const { frame, points, isTest, showTest, shape, pointed, probed, axisLabel } = picture;
  const chart = useMemo(
    () => createLossPointsChart({ frame, points, isTest, showTest, shape, pointed, probed, axisLabel }),
    [frame, points, isTest, showTest, shape, pointed, probed, axisLabel],
  );
  const changes = useMemo(() => anyOf([frame, pointed, probed]), [frame, pointed, probed]);
  const canvas = useCanvas(chart.paint, changes, pointsIntervalMs(points.y.length), true);
  const { rank, count } = useRank(picture);

  const dotUnder = (event: PointerEvent<HTMLElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const spot = { xPx: event.clientX - left, yPx: event.clientY - top };
    return chart.nearest(spot, reaches[event.pointerType] ?? 12);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const from = chart.pointed();
    const step = steps[event.key];
    if (step) onPoint(chart.next(step));
    else if (event.key === 'Enter' && from !== null) onPick(from);
    else if (event.key === 'Escape' && from !== null) onPoint(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.points}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={Math.max(count, 1)}
      aria-valuenow={rank}
      aria-valuetext={reading}
      onPointerMove={(event) => onPoint(dotUnder(event))}
      onPointerLeave={() => onPoint(null)}
      onPointerUp={(event) => {
        const dot = dotUnder(event);
        if (dot !== null) onPick(dot);
      }}
      onKeyDown={onKeyDown}
      onBlur={() => onPoint(null)}
    >
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}

/** The place of the point that is pointed at in the order of the losses. */
function useRank(picture: LossPointsPicture) {
  const pointed = useThrottled(picture.pointed, RANK_MS);
  return rankByLoss(rankedIn(picture), pointed);
}

const RANK_MS = 50;

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** Announces a change of any of the sources. */
function anyOf(sources: readonly ReadableStore<unknown>[]): ReadableStore<null> {
  return {
    get: () => null,
    subscribe: (listener) => {
      const stops = sources.map((source) => source.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
