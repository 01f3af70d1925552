/** What both proofs are made of, below their question: the idea and its formula, then the numbers, and the picture in which both models lie on each other. */
import { type ReactNode, useMemo } from 'react';
import { TwoBoundaries } from '../../../../drawings/boundary/TwoBoundaries';
import { figure } from '../../../../drawings/figure';
import { FormulaLines } from '../../../../drawings/formula/FormulaLines';
import { constant } from '../../../../engine/readableStore';
import type { Snapshot, UnitGrid } from '../../../../engine/training/snapshot';
import { prepared } from '../../../../store/derived';
import { modelKindOf } from '../../../../store/modelEdits';
import { useStore } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import styles from './Proofs.module.css';

interface ProofPartProps {
  title: string;
  idea: string;
  /** LaTeX, aligned at `&`. */
  lines: readonly string[];
  children: ReactNode;
}

export function ProofPart({ title, idea, lines, children }: ProofPartProps) {
  const { t } = useWords();
  return (
    <section className={styles.proof} aria-label={title}>
      <p>{idea}</p>
      <div className={styles.formula}>
        <FormulaLines lines={lines} lit={null} onSymbol={() => {}} label={t('proofs.formula')} />
      </div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

interface ComparisonProps {
  moment: Snapshot;
  /** What the second model answers. */
  second: UnitGrid;
  difference: number;
  secondName: string;
}

export function Comparison({ moment, second, difference, secondName }: ComparisonProps) {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const kind = useStore(({ experiment }) => modelKindOf(experiment));
  const models = { first: t(`proofs.models.${kind ?? 'other'}`), second: secondName };
  const { showTest } = useStore(({ view }) => view);
  const { points, split } = prepared(data);
  const first = useMemo(() => constant(moment), [moment]);
  const overlay = useMemo(() => constant(second), [second]);
  return (
    <figure className={styles.comparison}>
      <div className={styles.plane}>
        <TwoBoundaries
          frame={first}
          second={overlay}
          points={points}
          isTest={split.isTest}
          plane={data.plane}
          task={data.task}
          inputs={data.inputs}
          showTest={showTest}
          label={t('proofs.picture', models)}
        />
      </div>
      <figcaption className={styles.caption}>
        <span>{t('proofs.key', models)}</span>
        <span>
          {t('proofs.difference')}{' '}
          <output data-metric="largestDifference" data-value={difference}>
            {figure(difference)}
          </output>
        </span>
      </figcaption>
    </figure>
  );
}
