/**
 * The page 'One point': where the point goes on its way through the model, up to its loss, in the same frame as the pictures of the run;
 * below, for a pinned point, the update that it alone would make.
 */
import { Suspense, useMemo, useState } from 'react';
import { chainOf } from '../../../drawings/onePoint/chain';
import { OnePoint } from '../../../drawings/onePoint/OnePoint';
import { useThrottled } from '../../../drawings/useThrottled';
import type { DataSpec } from '../../../engine/experiment';
import { loadMathematicsWords } from '../../../i18n/i18n';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { onePoint } from '../../../store/onePoint';
import { locate } from '../../../store/probing';
import { useStore } from '../../../store/store';
import { useSnapshot } from '../../../store/useSnapshot';
import { lazyPart } from '../../controls/lazyPart';
import { useWords } from '../../controls/useWords';
import styles from './OnePointPage.module.css';
import { PointHead } from './PointHead';
import { useOnePointWords } from './useOnePointWords';

export interface OnePointPageProps {
  /** A column beside the picture, or large on a projector. */
  readonly size: 'page' | 'present';
}

/** As a page of the screen, whose mode says how large it is. */
export function OnePointInMode() {
  const size = useStore(({ view }) => (view.mode === 'present' ? 'present' : 'page'));
  return <OnePointPage size={size} />;
}

export function OnePointPage({ size }: OnePointPageProps) {
  return (
    <div className={styles.page} data-size={size}>
      <Point size={size} />
      <PointStep />
    </div>
  );
}

function Point({ size }: OnePointPageProps) {
  const { t } = useWords();
  const subject = useThrottled(onePoint, 0);
  const snapshot = useSnapshot(currentSnapshot);
  const experiment = useStore((state) => state.experiment);
  const words = useOnePointWords();
  const { data, loss } = experiment;
  const spread = useMemo(() => spreadOf(data), [data]);
  const plan = network(experiment);
  const place = locate(data, subject.probe);
  const layer = plan.layers.at(-1);
  if (!place || !layer) return null;
  const head = <PointHead subject={subject} size={size} />;
  if (!snapshot) {
    return (
      <>
        {head}
        <p className={styles.quiet}>{t('onePoint.waiting')}</p>
      </>
    );
  }
  const { parameters } = snapshot;
  const model = { plan, parameters, inputMap: prepared(data).inputMap, task: data.task, loss };
  return <OnePoint chain={chainOf(model, place)} {...{ layer, parameters, spread, size, head, words }} />;
}

/** How far targets lie from 0. */
function spreadOf(data: DataSpec): number {
  const { y } = prepared(data).points;
  let most = 0;
  // A callback for each of 100,000 points takes ten times as long as the loop.
  for (let i = 0; i < y.length; i++) most = Math.max(most, Math.abs(y[i] as number));
  return most;
}

const OneStep = lazyPart(async () => {
  const [content] = await Promise.all([import('../formula/OneStep'), loadMathematicsWords()]);
  return content.OneStep;
});

/** 'One step' of the pinned point, folded: its formulas and the question to the worker come when it is opened. */
function PointStep() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const index = useStore(({ view }) => (view.probe?.kind === 'point' ? view.probe.index : null));
  if (index === null) return <p className={styles.quiet}>{t('onePoint.stepPin')}</p>;
  return (
    <details
      className={styles.step}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-step-of={index}
    >
      <summary>{t('onePoint.step', { n: index + 1 })}</summary>
      {isOpen && (
        <Suspense fallback={<p className={styles.quiet}>{t('page.loading')}</p>}>
          <OneStep key={index} point={index} />
        </Suspense>
      )}
    </details>
  );
}
