/**
 * The loss of every point, as a dot that slides along the curve of the loss while the network trains. Fills its parent. A dot is
 * pointed at by pointer, or by the arrow keys, which go through the points by their loss: for assistive technology it is a slider over
 * that order. A press or Enter picks a dot.
 */
import { useMemo } from 'react';
import { combine } from '../../engine/readableStore';
import { pointsPace } from '../boundary/paintPoints';
import { useInteraction } from '../interaction/useInteraction';
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

export function LossPoints({ label, reading, onPoint, onPick, ...picture }: LossPointsProps) {
  const { frame, points, isTest, showTest, shape, pointed, probed, axisLabel, curveName } = picture;
  const chart = useMemo(
    () =>
      createLossPointsChart({
        frame,
        points,
        isTest,
        showTest,
        shape,
        pointed,
        probed,
        axisLabel,
        curveName,
      }),
    [frame, points, isTest, showTest, shape, pointed, probed, axisLabel, curveName],
  );
  const changes = useMemo(() => combine(frame, pointed, probed), [frame, pointed, probed]);
  const canvas = useCanvas(chart.paint, changes, ...pointsPace(points.y.length));
  const { rank, count } = useRank(picture);

  const { handlers } = useInteraction<number>({
    targetAt: (spot) => chart.nearest(spot, spot.reachPx),
    pointed: () => pointed.get(),
    onPoint,
    onChoose: (index) => {
      if (index !== null) onPick(index);
      return undefined;
    },
    walk: (_from, [right, up]) => chart.next(right + up > 0 ? 1 : -1),
  });
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
      {...handlers}
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
