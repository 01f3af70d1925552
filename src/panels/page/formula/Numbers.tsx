/** The numbers that the symbols of an equation have now. They follow training only while they are in sight. */
import { type RefCallback, useCallback, useState } from 'react';
import { Matrix } from '../../../drawings/equations/Matrix';
import type {
  EquationNumbers,
  FigureNumbers,
  MatrixNumbers,
  ModelMoment,
} from '../../../drawings/equations/wholeModel';
import { digits, figure } from '../../../drawings/figure';
import { Formula } from '../../../drawings/formula/Formula';
import { plainLatex } from '../../../drawings/formula/markedLatex';
import { weightText } from '../../../drawings/network/valueLabels';
import type { SymbolRef } from '../../../engine/model/symbolRef';
import { silent } from '../../../engine/readableStore';
import type { Snapshot } from '../../../engine/training/snapshot';
import { currentSnapshot } from '../../../store/derived';
import { useSnapshot } from '../../../store/useSnapshot';
import { useWords } from '../../controls/useWords';
import styles from './Numbers.module.css';
import { lookAtSymbol } from './useFocusedSymbol';

function momentOf(snapshot: Snapshot): ModelMoment {
  const { parameters, train, penalty, learningRate, epoch } = snapshot;
  return { parameters, meanLoss: train?.loss ?? null, penalty, learningRate, epoch };
}

/** null before the first picture of a model. */
export function momentNow(): ModelMoment | null {
  const snapshot = currentSnapshot.get();
  return snapshot && momentOf(snapshot);
}

const resting = silent(currentSnapshot);

interface NumbersProps {
  readonly numbers: readonly EquationNumbers[];
  readonly lit: SymbolRef | null;
}

export function Numbers({ numbers, lit }: NumbersProps) {
  const [ref, isInSight] = useInSight();
  const snapshot = useSnapshot(isInSight ? currentSnapshot : resting);
  const moment = snapshot && momentOf(snapshot);
  const figures = numbers.filter((one) => one.kind === 'figure');
  const matrices = numbers.filter((one) => one.kind === 'matrix');
  return (
    <div ref={ref} className={styles.numbers}>
      {matrices.length > 0 && (
        <div className={styles.matrices}>
          {matrices.map((one) => (
            <MatrixNumber key={one.latex} {...{ one, moment, lit }} />
          ))}
        </div>
      )}
      {figures.length > 0 && (
        <dl className={styles.figures}>
          {figures.map((one) => (
            <FigureNumber key={one.latex} {...{ one, moment, lit }} />
          ))}
        </dl>
      )}
    </div>
  );
}

interface OneProps<One> {
  readonly one: One;
  readonly moment: ModelMoment | null;
  readonly lit: SymbolRef | null;
}

function MatrixNumber({ one, moment, lit }: OneProps<MatrixNumbers>) {
  const { t } = useWords();
  return (
    <span className={styles.matrix}>
      <Formula latex={`${one.latex} =`} lit={lit} />
      <Matrix
        rows={one.rows}
        columns={one.columns}
        at={(row, column) => (moment ? one.at(moment, row, column) : Number.NaN)}
        text={moment ? weightText : () => '–'}
        label={plainLatex(one.latex)}
        symbol={one.symbol}
        lit={lit}
        onSymbol={lookAtSymbol}
        words={{
          open: (size) => t('equations.openMatrix', { size }),
          close: (size) => t('equations.closeMatrix', { size }),
        }}
      />
    </span>
  );
}

function FigureNumber({ one, moment, lit }: OneProps<FigureNumbers>) {
  const value = moment && one.at(moment);
  const text =
    value === null ? '–' : one.isLive && !Number.isInteger(value) ? digits(value, 4) : figure(value);
  return (
    <div className={styles.figure}>
      <dt>
        <Formula latex={one.latex} lit={lit} />
      </dt>
      <dd>= {text}</dd>
    </div>
  );
}

/** Whether an element is on the screen, or nearly. */
function useInSight(): readonly [RefCallback<HTMLElement>, boolean] {
  const [isInSight, setInSight] = useState(true);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? true), {
      rootMargin: '60px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, isInSight];
}
