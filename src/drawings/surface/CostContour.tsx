/**
 * The cost surface from above. Fills its parent. A press or a drag chooses a place, and with it two parameters; a cursor goes about by
 * arrow keys, says what J is there, and chooses with Enter.
 */
import { useMemo } from 'react';
import { combine, type ReadableStore } from '../../engine/readableStore';
import { PictureRegion } from '../PictureRegion';
import { useCanvas } from '../useCanvas';
import styles from './CostContour.module.css';
import type { CostPicture, Place } from './costPicture';
import { createContourPaint, createMarksPaint } from './paintContour';
import type { Pointing } from './pointing';
import type { Trail } from './trail';
import { type ContourWords, useContourInteraction } from './useContourInteraction';

export interface CostContourProps {
  /** Keep it the same (useMemo) while it is. */
  readonly picture: CostPicture;
  readonly trail: ReadableStore<Trail>;
  readonly pointed: Pointing;
  /** A place was pressed, dragged over or chosen by key; answers whether it could be set. */
  readonly onPick: (place: Place) => boolean;
  readonly words: ContourWords;
}

export function CostContour({ picture, trail, pointed, onPick, words }: CostContourProps) {
  const paint = useMemo(() => createContourPaint(picture), [picture]);
  const paintMarks = useMemo(() => createMarksPaint(picture, trail, pointed), [picture, trail, pointed]);
  const changes = useMemo(() => combine(trail, pointed), [trail, pointed]);
  const canvas = useCanvas(paint);
  const marks = useCanvas(paintMarks, changes);
  const hand = useContourInteraction({ picture, trail, pointed, onPick, words });
  return (
    <PictureRegion
      className={styles.contour ?? ''}
      label={words.label}
      instructions={words.instructions}
      said={hand.said}
      {...hand.handlers}
    >
      <canvas ref={canvas} />
      <canvas ref={marks} />
      <span className={styles.across}>{picture.axes.x}</span>
      <span className={styles.up}>{picture.axes.y}</span>
    </PictureRegion>
  );
}
