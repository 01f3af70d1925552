/** What one model answers over the plane, with the points, and over it the borders of a second one. Fills its parent. */
import { useMemo } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import type { UnitGrid } from '../../engine/training/snapshot';
import { useCanvas } from '../useCanvas';
import { Boundary, type BoundaryProps } from './Boundary';
import styles from './Boundary.module.css';
import { levelsOf } from './levels';
import { createSecondPaint } from './paintSecond';

export interface TwoBoundariesProps extends Omit<BoundaryProps, 'cover'> {
  /** What the second model answers; null for none. Keep it the same from render to render. */
  readonly second: ReadableStore<UnitGrid | null>;
}

export function TwoBoundaries({ second, ...first }: TwoBoundariesProps) {
  const { plane, task, inputs, points } = first;
  const paint = useMemo(() => {
    const levels = task === 'regression' && inputs === 2 ? levelsOf(points.y) : null;
    return createSecondPaint({ outputs: second, plane, levels });
  }, [second, plane, task, inputs, points]);
  // In one frame with the first: between two frames they would seem to differ.
  const canvas = useCanvas(paint, second, 0, true);
  return (
    <div className={styles.pair}>
      <Boundary {...first} />
      <canvas ref={canvas} className={styles.layer} />
    </div>
  );
}
