/** The loss of every point on the curve of the loss, beside it the cost that they make and what is known of the point pointed at. */
import { useCallback, useMemo } from 'react';
import { ClassMark } from '../../../drawings/ClassMark';
import { digits } from '../../../drawings/figure';
import { LossPoints } from '../../../drawings/lossPoints/LossPoints';
import { type LossShape, lossShape } from '../../../drawings/lossPoints/lossShape';
import { outputName } from '../../../drawings/onePoint/lossFormula';
import type { Snapshot } from '../../../engine/training/snapshot';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { locate, type ProbedPlace } from '../../../store/probing';
import { look, sourceOf, store, useStore } from '../../../store/store';
import { useSnapshot } from '../../../store/useSnapshot';
import { Note } from '../../controls/Note';
import { useWords } from '../../controls/useWords';
import { useClassWords } from '../../shared/dataNames';
import { named } from '../../shared/punctuation';
import styles from './LossPointsPanel.module.css';

const pointed = sourceOf((state) => state.view.pointed);
const probed = sourceOf(({ view }) => (view.probe?.kind === 'point' ? view.probe.index : null));

function point(index: number | null): void {
  if (store.getState().view.pointed !== index) look({ pointed: index });
}

export function LossPointsPanel() {
  const { t, locale } = useWords();
  const curveName = useCallback(
    (target: string, formula: string) => named({ locale }, target, formula),
    [locale],
  );
  const experiment = useStore((state) => state.experiment);
  const showTest = useStore((state) => state.view.showTest);
  const index = useStore((state) => state.view.pointed);
  const snapshot = useSnapshot(currentSnapshot);
  const { data, loss, model } = experiment;
  const { points, split } = prepared(data);
  const { outputs } = network(experiment);
  const shape = useMemo(
    () => lossShape(loss, model.outputActivation, outputs, data.task),
    [loss, model.outputActivation, outputs, data.task],
  );
  const fitting = snapshot?.losses.length === points.y.length ? snapshot : null;
  const place = index === null ? null : locate(data, { kind: 'point', index });
  const figures = place && fitting && figuresOf(shape, place, fitting);
  const sentence = useReading();
  if (points.y.length === 0) return <p className={styles.quiet}>{t('lossPoints.empty')}</p>;
  return (
    <div className={styles.panel}>
      <div className={styles.chart}>
        <LossPoints
          frame={currentSnapshot}
          points={points}
          isTest={split.isTest}
          showTest={showTest}
          shape={shape}
          pointed={pointed}
          probed={probed}
          axisLabel={t(`lossPoints.${axisOf(shape)}`)}
          curveName={curveName}
          label={t('lossPoints.label')}
          reading={place && figures ? sentence(place, figures) : t('lossPoints.none')}
          onPoint={point}
          onPick={(picked) => look({ probe: { kind: 'point', index: picked } })}
        />
      </div>
      <div className={styles.side}>
        <Cost snapshot={fitting} />
        <div className={styles.about}>
          {place && figures ? <Reading place={place} figures={figures} /> : <Legend />}
        </div>
        {shape.offCurve && <Note>{t('lossPoints.offCurve')}</Note>}
        {!shape.isProbability && !shape.error && <Note>{t('lossPoints.clipped')}</Note>}
      </div>
    </div>
  );
}

function axisOf({ kind, isSingle }: LossShape) {
  if (kind !== 'error') return kind;
  return isSingle ? 'difference' : 'differenceTrue';
}

/** The figures of a point as the picture has them: its output, a or f, and its loss. */
interface Figures {
  readonly name: string;
  readonly answer: number;
  readonly loss: number;
}

function figuresOf({ isSingle }: LossShape, { index, y }: ProbedPlace, snapshot: Snapshot): Figures | null {
  if (index === null) return null;
  const [answer, loss] = [snapshot.answers[index], snapshot.losses[index]];
  if (answer === undefined || loss === undefined) return null;
  return { name: outputName(y, isSingle), answer, loss };
}

/** What is said of a point. */
function useReading() {
  const { t } = useWords();
  const classWords = useClassWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  return ({ index, y, isTest }: ProbedPlace, { name, answer, loss }: Figures) =>
    t('lossPoints.reading', {
      n: (index ?? 0) + 1,
      class: classifies ? classWords(y ?? 0) : t('probe.target', { value: digits(y ?? 0, 3) }),
      part: isTest ? t('probe.test') : t('probe.train'),
      output: `${name} = ${digits(answer, 4)}`,
      loss: digits(loss, 4),
    });
}

function Reading({ place, figures }: { place: ProbedPlace; figures: Figures }) {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const { index, y, isTest } = place;
  return (
    <dl className={styles.figures} data-reading>
      <dt className={styles.name}>
        {classifies && y !== null && <ClassMark classIndex={y} sizePx={12} filled={!isTest} />}
        {t('probe.point', { n: (index ?? 0) + 1 })}
      </dt>
      <dd className={styles.quiet}>{isTest ? t('probe.test') : t('probe.train')}</dd>
      {!classifies && (
        <>
          <dt>y</dt>
          <dd>{digits(y ?? 0, 4)}</dd>
        </>
      )}
      <dt>{figures.name}</dt>
      <dd>{digits(figures.answer, 4)}</dd>
      <dt>{t('lossPoints.loss')}</dt>
      <dd>{digits(figures.loss, 4)}</dd>
    </dl>
  );
}

/** J, and what it is made of. */
function Cost({ snapshot }: { snapshot: Snapshot | null }) {
  const { t } = useWords();
  const trained = useStore(({ experiment }) => prepared(experiment.data).split.train.length);
  if (!snapshot?.train) return <p className={styles.quiet}>{snapshot && t('lossPoints.noMean')}</p>;
  const { train, penalty } = snapshot;
  return (
    <dl className={styles.figures} data-cost={train.loss + penalty}>
      <dt className={styles.name}>{t('lossPoints.cost')}</dt>
      <dd className={styles.name}>{digits(train.loss + penalty, 4)}</dd>
      <dt>{t('lossPoints.mean', { n: trained })}</dt>
      <dd>{penalty > 0 && digits(train.loss, 4)}</dd>
      {penalty > 0 && (
        <>
          <dt>{t('lossPoints.penalty')}</dt>
          <dd>{digits(penalty, 4)}</dd>
        </>
      )}
    </dl>
  );
}

function Legend() {
  const { t } = useWords();
  const showTest = useStore((state) => state.view.showTest);
  return (
    <div className={styles.quiet}>
      <p className={styles.marks}>
        <Dot filled /> {t('lossPoints.train')}
        {showTest && (
          <>
            <Dot filled={false} /> {t('lossPoints.test')}
          </>
        )}
      </p>
      <p>{t('lossPoints.howTo')}</p>
    </div>
  );
}

/** A dot of no class. */
function Dot({ filled }: { filled: boolean }) {
  return (
    <svg width={11} height={11} aria-hidden="true">
      <circle
        cx={5.5}
        cy={5.5}
        r={4}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={1.2}
      />
    </svg>
  );
}
