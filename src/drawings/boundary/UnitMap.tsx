/** A unit in place of the boundary, between the moving and the still layer of the plane. It follows the run like the boundary. */
import { useMemo } from 'react';
import type { PlaneRange } from '../../engine/data/dataset';
import { useCanvas } from '../useCanvas';
import styles from './Boundary.module.css';
import {
  createUnitCurvePaint,
  createUnitFieldPaint,
  createUnitLegendPaint,
  type UnitPicture,
} from './paintUnit';

export interface UnitMapProps {
  /** Keep it the same from render to render. */
  readonly picture: UnitPicture;
  readonly plane: PlaneRange;
  readonly inputs: 1 | 2;
  /** A small picture has no room for it. */
  readonly hasLegend?: boolean;
}

const LEGEND_MS = 100;

export function UnitMap({ picture, plane, inputs, hasLegend = true }: UnitMapProps) {
  const paint = useMemo(
    () => (inputs === 1 ? createUnitCurvePaint(picture, plane) : createUnitFieldPaint(picture, plane)),
    [picture, plane, inputs],
  );
  const canvas = useCanvas(paint, picture.maps, 0, true);
  return (
    <>
      <canvas ref={canvas} className={styles.layer} />
      {hasLegend && <Legend picture={picture} />}
    </>
  );
}

function Legend({ picture }: Pick<UnitMapProps, 'picture'>) {
  const paint = useMemo(() => createUnitLegendPaint(picture), [picture]);
  const canvas = useCanvas(paint, picture.maps, LEGEND_MS);
  return <canvas ref={canvas} className={`${styles.layer} ${styles.legend}`} />;
}
