/**
 * The points and the bent grid of the plane as a hidden layer sees them. Fills its parent. A pointer or the arrow keys go from point to
 * point; for assistive technology it is an application region that says where each lies.
 */
import { useId, useMemo, useState } from 'react';
import type { Source } from '../source';
import { useStage } from '../useStage';
import type { SpaceState } from './followSpace';
import styles from './HiddenSpace.module.css';
import { createPaintedSpace } from './paintedSpace';
import { createRingsPaint } from './paintRings';
import { createSpacePaint } from './paintSpace';
import { type SpaceHandProps, useSpaceHand } from './useSpaceHand';

export interface HiddenSpaceProps extends SpaceHandProps {
  readonly space: Source<SpaceState>;
}

/** Ten pictures a second are enough, and leave the page's thread to the boundary. */
const INTERVAL_MS = 100;
export function HiddenSpace(props: HiddenSpaceProps) {
  const { space, look, markers, words } = props;
  const instructionsId = useId();
  const [painted] = useState(createPaintedSpace);
  const paint = useMemo(() => createSpacePaint(space, look, painted), [space, look, painted]);
  const paintRings = useMemo(() => createRingsPaint(painted, markers, look.points), [painted, markers, look]);
  const ringSource = useMemo(() => either(painted, markers), [painted, markers]);
  const canvas = useStage(paint, space, INTERVAL_MS);
  const rings = useStage(paintRings, ringSource);
  const hand = useSpaceHand(props, painted);
  return (
    <div
      className={styles.space}
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
      <canvas ref={rings} className={styles.layer} />
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
