/** The plane: the picture of what the model answers, and over it the hand that places, moves and removes points. */
import { useMemo } from 'react';
import { Boundary } from '../../drawings/boundary/Boundary';
import type { BoundaryFrame } from '../../drawings/boundary/frame';
import type { Source } from '../../drawings/source';
import { useFollow } from '../../drawings/useFollow';
import { currentSnapshot, prepared } from '../../store/derived';
import { look, sourceOf, useStore } from '../../store/store';
import { Section } from '../controls/Section';
import { Toggle } from '../controls/Toggle';
import { useWords } from '../controls/useWords';
import { PlaneHand } from './PlaneHand';
import styles from './PlanePanel.module.css';

const emptyFrame: BoundaryFrame = { outputs: null, predictions: null };
const frame: Source<BoundaryFrame> = {
  get: () => currentSnapshot.get() ?? emptyFrame,
  subscribe: (listener) => currentSnapshot.subscribe(listener),
};

/** Points on the wrong side of the border; null without a picture or for regression. */
const wrongPoints = sourceOf(({ latest: { snapshot } }) => {
  const share = [snapshot?.train, snapshot?.test].map((part) => wrongIn(part?.confusion ?? null));
  return share[0] === null ? null : (share[0] ?? 0) + (share[1] ?? 0);
});

function wrongIn(confusion: Uint32Array | null): number | null {
  if (!confusion) return null;
  const classes = Math.sqrt(confusion.length);
  let wrong = 0;
  confusion.forEach((count, cell) => {
    if (cell % (classes + 1) !== 0) wrong += count;
  });
  return wrong;
}

/** How often the spoken summary follows training. */
const summaryMs = 1000;

export function PlanePanel() {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const { points, split } = useMemo(() => prepared(data), [data]);
  const { discretize, showTest } = useStore((state) => state.view);
  const wrong = useFollow(wrongPoints, summaryMs);
  const classifies = data.task === 'classification';
  const title = classifies
    ? t('plane.title')
    : data.inputs === 1
      ? t('plane.titleCurve')
      : t('plane.titleOutput');
  const summary = t('plane.summary', { points: points.y.length, wrong: wrong ?? 0 });
  return (
    <Section
      title={title}
      trailing={
        <>
          {classifies && (
            <Toggle
              label={t('plane.discretize')}
              value={discretize}
              onChange={(value) => look({ discretize: value })}
              hint={t('hints.discretize')}
            />
          )}
          <Toggle
            label={t('plane.testPoints')}
            value={showTest}
            onChange={(value) => look({ showTest: value })}
            hint={t('hints.testPoints')}
          />
        </>
      }
    >
      <div className={styles.plane}>
        <Boundary
          frame={frame}
          points={points}
          isTest={split.isTest}
          plane={data.plane}
          task={data.task}
          inputs={data.inputs}
          discretize={discretize}
          showTest={showTest}
          label={classifies && wrong !== null ? summary : title}
        />
        <PlaneHand />
      </div>
    </Section>
  );
}
