/** The plane of a figure: what the model answers and the points, as a square that fits its place. */
import { useMemo } from 'react';
import { Boundary } from '../drawings/boundary/Boundary';
import type { BoundaryFrame } from '../drawings/boundary/frame';
import { map } from '../engine/readableStore';
import { useWords } from '../panels/controls/useWords';
import { currentSnapshot, prepared } from '../store/derived';
import { useStore } from '../store/store';
import styles from './Figure.module.css';

const emptyFrame: BoundaryFrame = { outputs: null, predictions: null };
const frame = map(currentSnapshot, (snapshot): BoundaryFrame => snapshot ?? emptyFrame);

export function FigurePlane() {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const { points, split } = useMemo(() => prepared(data), [data]);
  return (
    <div className={styles.square}>
      <div className={styles.plane}>
        <Boundary
          frame={frame}
          points={points}
          isTest={split.isTest}
          plane={data.plane}
          task={data.task}
          inputs={data.inputs}
          label={data.task === 'classification' ? t('plane.title') : t('plane.titleCurve')}
        />
      </div>
    </div>
  );
}
