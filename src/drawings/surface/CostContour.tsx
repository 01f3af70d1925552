/**
 * The cost surface from above. Fills its parent. A press or a drag chooses a place, and with it two parameters; a cursor goes about by
 * arrow keys, says what J is there, and chooses with Enter.
 */
import { useMemo } from 'react';
import { combine, type ReadableStore } from '../../engine/readableStore';
import { useInteraction } from '../interaction/useInteraction';
import { PictureRegion } from '../PictureRegion';
import { useCanvas } from '../useCanvas';
import styles from './CostContour.module.css';
import type { CostPicture, PlanePosition } from './costPicture';
import { createContourPaint, createMarksPaint } from './paintContour';
import type { Pointing } from './pointing';
import type { Trail } from './trail';

export interface ContourWords {
  readonly label: string;
  readonly instructions: string;
  /** A place and J there. */
  readonly reading: (place: PlanePosition) => string;
  readonly picked: (place: PlanePosition) => string;
}

export interface CostContourProps {
  /** Keep it the same (useMemo) while it is. */
  readonly picture: CostPicture;
  readonly trail: ReadableStore<Trail>;
  readonly pointed: Pointing;
  /** A place was pressed, dragged over or chosen by key; answers whether it could be set. */
  readonly onPick: (place: PlanePosition) => boolean;
  readonly words: ContourWords;
}

export function CostContour({ picture, trail, pointed, onPick, words }: CostContourProps) {
  const paint = useMemo(() => createContourPaint(picture), [picture]);
  const paintMarks = useMemo(() => createMarksPaint(picture, trail, pointed), [picture, trail, pointed]);
  const changes = useMemo(() => combine(trail, pointed), [trail, pointed]);
  const canvas = useCanvas(paint);
  const marks = useCanvas(paintMarks, changes);
  const { said, handlers } = useContourInteraction({ picture, trail, pointed, onPick, words });
  return (
    <PictureRegion
      className={styles.contour ?? ''}
      label={words.label}
      instructions={words.instructions}
      said={said}
      {...handlers}
    >
      <canvas ref={canvas} />
      <canvas ref={marks} />
      <span className={styles.across}>{picture.axes.x}</span>
      <span className={styles.up}>{picture.axes.y}</span>
    </PictureRegion>
  );
}

/** A key moves the cursor by this share of the range; with Shift by four times as much. */
const stride = 1 / 40;

function useContourInteraction({ picture, trail, pointed, onPick, words }: CostContourProps) {
  const { left, right, bottom, top } = picture.surface.box;
  const middle = { x: (left + right) / 2, y: (bottom + top) / 2 };
  const inside = ({ x, y }: PlanePosition) => ({ x: within(x, left, right), y: within(y, bottom, top) });
  return useInteraction<PlanePosition>({
    targetAt: ({ xPx, yPx, widthPx, heightPx }) =>
      inside({ x: left + (xPx / widthPx) * (right - left), y: top - (yPx / heightPx) * (top - bottom) }),
    pointed: () => pointed.get(),
    onPoint: (place) => pointed.set(place),
    onChoose: (place) => (place && onPick(place) ? words.picked(place) : undefined),
    onDrag: onPick,
    walk: (from, [across, up], isCoarse) => {
      const { x, y } = from ?? trail.get().here ?? middle;
      const share = isCoarse ? 4 * stride : stride;
      return inside({ x: x + across * share * (right - left), y: y + up * share * (top - bottom) });
    },
    wordsOf: words.reading,
  });
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
