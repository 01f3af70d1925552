/**
 * The points and the bent grid of the plane as a hidden layer sees them. Fills its parent. A pointer or the arrow keys go from point to
 * point; for assistive technology it is an application region that says where each lies.
 */
import { useMemo, useState } from 'react';
import { combine, type ReadableStore } from '../../engine/readableStore';
import { PictureRegion } from '../PictureRegion';
import { useCanvas } from '../useCanvas';
import type { SpaceState } from './followSpace';
import styles from './HiddenSpace.module.css';
import { createPaintedSpace } from './paintedSpace';
import { createRingsPaint } from './paintRings';
import { createSpacePaint } from './paintSpace';
import { type SpaceInteractionProps, useSpaceInteraction } from './useSpaceInteraction';

export interface HiddenSpaceProps extends SpaceInteractionProps {
  readonly space: ReadableStore<SpaceState>;
}

/** Ten pictures a second are enough, and leave the page's thread to the boundary. */
const INTERVAL_MS = 100;
export function HiddenSpace(props: HiddenSpaceProps) {
  const { space, look, markers, words } = props;
  const [painted] = useState(createPaintedSpace);
  const paint = useMemo(() => createSpacePaint(space, look, painted), [space, look, painted]);
  const paintRings = useMemo(() => createRingsPaint(painted, markers, look.points), [painted, markers, look]);
  const ringSource = useMemo(() => combine(painted, markers), [painted, markers]);
  const canvas = useCanvas(paint, space, INTERVAL_MS);
  const rings = useCanvas(paintRings, ringSource);
  const hand = useSpaceInteraction(props, painted);
  return (
    <PictureRegion
      className={styles.space ?? ''}
      label={words.label}
      instructions={words.instructions}
      said={hand.said}
      {...hand.handlers}
    >
      <canvas ref={canvas} />
      <canvas ref={rings} />
    </PictureRegion>
  );
}
