/**
 * The cost surface from above. Fills its parent. A press or a drag chooses a place, and with it two parameters; a cursor goes about by
 * arrow keys, says what J is there, and chooses with Enter.
 */
import { useId, useMemo } from 'react';
import type { Source } from '../source';
import { useStage } from '../useStage';
import styles from './CostContour.module.css';
import type { CostPicture, Place } from './costPicture';
import { createContourPaint, createMarksPaint } from './paintContour';
import type { Pointing } from './pointing';
import type { Trail } from './trail';
import { type ContourWords, useContourHand } from './useContourHand';

export interface CostContourProps {
  /** Keep it the same (useMemo) while it is. */
  readonly picture: CostPicture;
  readonly trail: Source<Trail>;
  readonly pointed: Pointing;
  /** A place was pressed, dragged over or chosen by key. */
  /** Answers whether the place could be set. */
  readonly onPick: (place: Place) => boolean;
  readonly words: ContourWords;
}

export function CostContour({ picture, trail, pointed, onPick, words }: CostContourProps) {
  const instructionsId = useId();
  const paint = useMemo(() => createContourPaint(picture), [picture]);
  const paintMarks = useMemo(() => createMarksPaint(picture, trail, pointed), [picture, trail, pointed]);
  const changes = useMemo(() => either(trail, pointed), [trail, pointed]);
  const canvas = useStage(paint);
  const marks = useStage(paintMarks, changes);
  const hand = useContourHand({ picture, trail, pointed, onPick, words });
  return (
    <div
      className={styles.contour}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application region is interactive by its keys
      tabIndex={0}
      role="application"
      aria-label={words.label}
      aria-describedby={instructionsId}
      {...hand.handlers}
    >
      <p id={instructionsId} className="visually-hidden">
        {words.instructions}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {hand.said}
      </p>
      <canvas ref={canvas} className={styles.layer} />
      <canvas ref={marks} className={styles.layer} />
      <span className={styles.across}>{picture.axes.x}</span>
      <span className={styles.up}>{picture.axes.y}</span>
    </div>
  );
}

/** Tells of changes of both. */
function either(a: Source<unknown>, b: Source<unknown>): Source<null> {
  return {
    get: () => null,
    subscribe: (listener) => {
      const stops = [a.subscribe(listener), b.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
