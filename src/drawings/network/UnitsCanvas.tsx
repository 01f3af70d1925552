/** The canvas of unit thumbnails, as large as its parent. Following a run, it paints ten times a second. */
import { useMemo } from 'react';
import { useCanvas } from '../useCanvas';
import { createUnitsPaint, type UnitsPicture } from './paintUnits';
import styles from './UnitsCanvas.module.css';

const INTERVAL_MS = 33;

export function UnitsCanvas(props: UnitsPicture) {
  const { plan, layout, task, inputLabels, inputMaps, frame, locks } = props;
  const paint = useMemo(
    () => createUnitsPaint({ plan, layout, task, inputLabels, inputMaps, frame, locks }),
    [plan, layout, task, inputLabels, inputMaps, frame, locks],
  );
  const canvas = useCanvas(paint, frame, INTERVAL_MS);
  return <canvas ref={canvas} className={styles.canvas} />;
}
