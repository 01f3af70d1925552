/** What the model answers over the plane, as a surface: the probability of a class, or the value of a regression, with the points on it. */
import { useMemo, useState } from 'react';
import { ClassMark } from '../../../../drawings/ClassMark';
import { classSymbols } from '../../../../drawings/classMarks';
import { epochFigure, figure as figureText } from '../../../../drawings/figure';
import type { Figure3d } from '../../../../drawings/surface/figure3d';
import { mostPoints, outputFigure, outputMarks } from '../../../../drawings/surface/outputFigure';
import { type Missing3d, Surface3d } from '../../../../drawings/surface/Surface3d';
import { useTheme } from '../../../../drawings/useTheme';
import { useThrottled } from '../../../../drawings/useThrottled';
import type { DataSpec } from '../../../../engine/experiment';
import { constant, map } from '../../../../engine/readableStore';
import type { Snapshot, UnitGrid } from '../../../../engine/training/snapshot';
import { currentSnapshot, prepared } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { Segmented } from '../../../controls/Segmented';
import { useWords } from '../../../controls/useWords';
import { className, classWords, namesOf, useNames } from '../../../shared/dataNames';
import { formatCount } from '../../../shared/formats';
import styles from './surfaces.module.css';

/** A new surface takes the page some thirty milliseconds. */
const followMs = 400;

/** Between two models the last picture stands, so that the figure need not be built again. */
const lastSnapshot = map(
  currentSnapshot,
  (snapshot, before: Snapshot | null | undefined) => snapshot ?? before ?? null,
);

export function OutputSurfacePanel() {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  if (data.inputs === 1) return <p className={styles.quiet}>{t('outputSurface.oneInput')}</p>;
  return <OutputSurface data={data} />;
}

function OutputSurface({ data }: { readonly data: DataSpec }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(0);
  const [missing, setMissing] = useState<Missing3d | null>(null);
  const classIndex = data.task === 'regression' ? null : Math.min(chosen, data.classes - 1);
  const isProbability = useStore(({ experiment: { model } }) =>
    ['sigmoid', 'softmax'].includes(model.outputActivation),
  );
  const name = useOutputName(classIndex, isProbability, data.classes);
  const snapshot = useThrottled(lastSnapshot, followMs);
  const figure = useFigure(snapshot?.outputs, { data, classIndex, isProbability, name });
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        {classIndex !== null && (
          <Segmented
            label={t('outputSurface.output')}
            items={Array.from({ length: data.classes }, (_, n) => ({
              id: String(n),
              label: String(n + 1),
              name: t('outputSurface.class', { n: n + 1 }),
            }))}
            value={String(classIndex)}
            onChange={(id) => setChosen(Number(id))}
            hint={t('outputSurface.hints.output')}
          />
        )}
        <p className={styles.title}>
          {classIndex !== null && <ClassMark classIndex={classIndex} sizePx={13} filled />}
          {name}
        </p>
        <About
          data={data}
          classIndex={classIndex}
          isProbability={isProbability}
          figure={figure}
          epoch={snapshot?.epoch ?? 0}
        />
        {missing && (
          <p data-no-3d>{t(missing === 'webgl' ? 'outputSurface.noWebgl' : 'outputSurface.noLoad')}</p>
        )}
      </div>
      {figure && missing === null && (
        <div className={styles.pictures}>
          <div className={styles.picture}>
            <Output3d data={data} figure={figure} name={name} onMissing={setMissing} />
          </div>
        </div>
      )}
    </div>
  );
}

/** Two classes go by their marks: one unit counts them from 0 and softmax from 1, and y = 1 would be × in one and ○ in the other. */
function useOutputName(classIndex: number | null, isProbability: boolean, classes: number): string {
  const { t } = useWords();
  const named = className(useNames(), classIndex ?? -1);
  if (classIndex === null) return 'f(x)';
  if (!isProbability) return t('outputSurface.notProbability', { n: classIndex + 1 });
  if (named !== null) return `P(${named} | x)`;
  return `P(y = ${classes === 2 ? classSymbols[classIndex] : classIndex + 1} | x)`;
}

interface ShownOutput {
  readonly data: DataSpec;
  readonly classIndex: number | null;
  readonly isProbability: boolean;
  readonly name: string;
}

/** null before the first picture, and where nothing is finite. */
function useFigure(outputs: UnitGrid | undefined, shown: ShownOutput): Figure3d | null {
  const { data, classIndex, isProbability, name } = shown;
  const theme = useTheme();
  return useMemo(() => {
    if (!outputs || outputs.rows < 2) return null;
    const { task, plane } = data;
    const targets = task === 'regression' ? prepared(data).points.y : null;
    const view = { classIndex, plane, isProbability: isProbability && task === 'classification', targets };
    return outputFigure(
      outputs,
      view,
      { x: namesOf(data)?.x1 || 'x₁', y: namesOf(data)?.x2 || 'x₂', z: name },
      theme,
    );
  }, [outputs, data, classIndex, isProbability, name, theme]);
}

interface Output3dProps {
  readonly data: DataSpec;
  readonly figure: Figure3d;
  readonly name: string;
  readonly onMissing: (why: Missing3d) => void;
}

function Output3d({ data, figure, name, onMissing }: Output3dProps) {
  const { t } = useWords();
  const theme = useTheme();
  const showTest = useStore(({ view }) => view.showTest);
  const marks = useMemo(() => {
    const { points, split } = prepared(data);
    const shown = { points, isTest: split.isTest, task: data.task, showTest };
    return constant(outputMarks(figure, shown, data.classes, theme));
  }, [data, figure, showTest, theme]);
  return (
    <Surface3d
      figure={figure}
      marks={marks}
      label={t('outputSurface.label', { name, ...extremes(figure) })}
      instructions={t('costSurface.surfaceKeys')}
      onUnavailable={onMissing}
    />
  );
}

/** The lowest and the highest height, as text. */
function extremes({ grid }: Figure3d): { low: string; high: string } {
  let [low, high] = [Infinity, -Infinity];
  for (const height of grid.z.flat()) {
    if (height === null) continue;
    low = Math.min(low, height);
    high = Math.max(high, height);
  }
  return { low: figureText(low), high: figureText(high) };
}

interface AboutProps {
  readonly data: DataSpec;
  readonly classIndex: number | null;
  readonly isProbability: boolean;
  readonly figure: Figure3d | null;
  /** Of the figure, which follows training more slowly than the plane. */
  readonly epoch: number;
}

function About({ data, classIndex, isProbability, figure, epoch }: AboutProps) {
  const { t } = useWords();
  const hasPicture = useStore(({ latest }) => latest.snapshot !== null);
  const of = prepared(data).points.y.length;
  if (!figure) return <p>{t(hasPicture ? 'outputSurface.notFinite' : 'outputSurface.waiting')}</p>;
  const range = extremes(figure);
  return (
    <>
      <p>{t('outputSurface.range', { ...range, epoch: epochFigure(epoch) })}</p>
      <p>
        {classIndex === null
          ? t('outputSurface.pointsTargets')
          : t('outputSurface.pointsClasses', { class: classWords(t, namesOf(data), classIndex) })}
      </p>
      {classIndex !== null && !isProbability && <p>{t('outputSurface.noProbability')}</p>}
      {of > mostPoints && <p>{t('outputSurface.sample', { n: mostPoints, of: formatCount(of) })}</p>}
    </>
  );
}
