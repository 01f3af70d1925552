/**
 * The plane: what the model answers everywhere, and the points. Two canvases lie on each other, a moving one that follows training
 * and a still one that is seldom repainted. It fills its parent; an element over it handles pointers and keys and
 * uses `planeScale` with the same size.
 */
import { type ReactNode, useMemo } from 'react';
import type { PlaneRange, Points, Task } from '../../engine/data/dataset';
import type { ReadableStore } from '../../engine/readableStore';
import { useCanvas } from '../useCanvas';
import styles from './Boundary.module.css';
import type { BoundaryFrame } from './frame';
import { levelsOf } from './levels';
import { createCurvePaint } from './paintCurve';
import { createClassFieldPaint, createLevelFieldPaint } from './paintField';
import { createPointsPaint, pointsPace } from './paintPoints';

export interface BoundaryProps {
  readonly frame: ReadableStore<BoundaryFrame>;
  readonly points: Points;
  /** 1 for test points. [point] */
  readonly isTest: Uint8Array;
  readonly plane: PlaneRange;
  readonly task: Task;
  readonly inputs: 1 | 2;
  /** One flat tint a class instead of confidence. */
  readonly discretize?: boolean;
  readonly showTest?: boolean;
  /** Lines from the points to the curve, for one input. */
  readonly showResiduals?: boolean;
  /** Takes the place of what the model answers, below the points: the map of a unit. */
  readonly cover?: ReactNode;
  /** What the picture shows, in words. */
  readonly label: string;
}

/** The boundary stays until the cover is painted. */
const paintNothing = () => {};

export function Boundary(props: BoundaryProps) {
  const { frame, points, isTest, plane, task, inputs, label } = props;
  const { discretize = false, showTest = true, showResiduals = false, cover } = props;
  const isCovered = Boolean(cover);

  const levels = useMemo(
    () => (task === 'regression' && inputs === 2 ? levelsOf(points.y) : null),
    [task, inputs, points],
  );
  const paintField = useMemo(() => {
    if (isCovered) return paintNothing;
    if (levels) return createLevelFieldPaint(frame, plane, levels);
    if (task === 'classification') return createClassFieldPaint(frame, plane, discretize);
    return createCurvePaint({ frame, plane, points, isTest, showResiduals });
  }, [frame, levels, task, discretize, plane, points, isTest, showResiduals, isCovered]);
  const paintPoints = useMemo(() => {
    const picture = { frame, points, isTest, plane, task, inputs, showTest, levels };
    return createPointsPaint({ ...picture, showLegend: !isCovered });
  }, [frame, points, isTest, plane, task, inputs, showTest, levels, isCovered]);
  const fieldCanvas = useCanvas(paintField, frame, 0, true);
  const pointsCanvas = useCanvas(paintPoints, frame, ...pointsPace(points.y.length));

  return (
    <div className={styles.plane} role="img" aria-label={label}>
      <canvas ref={fieldCanvas} className={styles.layer} />
      {cover}
      <canvas ref={pointsCanvas} className={styles.layer} />
    </div>
  );
}
