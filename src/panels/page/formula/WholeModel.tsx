/** The whole model, in the three steps: its symbols, and below each equation the latest numbers where they are asked for. */
import { useMemo } from 'react';
import { equationLatex } from '../../../drawings/equations/numbersLatex';
import {
  type Equation,
  type EquationNote,
  type ModelFacts,
  type WholeModel as Steps,
  wholeModel,
} from '../../../drawings/equations/wholeModel';
import { FormulaLines } from '../../../drawings/formula/FormulaLines';
import { planBatches } from '../../../engine/training/batches';
import { frozenMask } from '../../../engine/training/frozenMask';
import { network, prepared } from '../../../store/derived';
import { useStore } from '../../../store/store';
import { useWords } from '../../controls/useWords';
import { CopyText } from '../../shared/CopyText';
import { momentNow, Numbers } from './Numbers';
import { lookAtSymbol, useFocusedSymbol } from './useFocusedSymbol';
import styles from './WholeModel.module.css';

const steps = ['model', 'loss', 'descent'] as const satisfies readonly (keyof Steps)[];

export function WholeModel({ hasNumbers }: { readonly hasNumbers: boolean }) {
  const { t } = useWords();
  const page = useWholeModel();
  const everything = () => {
    const moment = momentNow();
    return steps.flatMap((step) => page[step].map((one) => equationLatex(one, moment))).join('\n\n');
  };
  return (
    <>
      <div className={styles.page}>
        {steps.map((step, i) => (
          <section
            key={step}
            className={styles.step}
            data-step={step}
            aria-label={t(`equations.steps.${step}`)}
          >
            <h3 className={styles.title}>
              <span aria-hidden className={styles.number}>
                {i + 1}
              </span>
              {t(`equations.steps.${step}`)}
            </h3>
            {page[step].map((equation) => (
              <EquationRow key={equation.id} {...{ equation, hasNumbers }} />
            ))}
          </section>
        ))}
      </div>
      <div className={styles.foot}>
        <CopyText label={t('equations.copyAll')} text={everything} hint={t('equations.copyAllHint')} />
      </div>
    </>
  );
}

function useWholeModel(): Steps {
  const experiment = useStore((state) => state.experiment);
  return useMemo(() => {
    const { data, training } = experiment;
    const plan = network(experiment);
    const { inputMap, split } = prepared(data);
    const points = split.train.length;
    const facts: ModelFacts = {
      experiment,
      plan,
      inputMap,
      points,
      batchSize: planBatches(points, training.batchSize, training.shuffleSeed).size,
      frozenCount: frozenMask(plan, training.frozen)?.reduce((sum, one) => sum + one, 0) ?? 0,
    };
    return wholeModel(facts);
  }, [experiment]);
}

interface EquationRowProps {
  readonly equation: Equation;
  readonly hasNumbers: boolean;
}

function EquationRow({ equation, hasNumbers }: EquationRowProps) {
  const { t } = useWords();
  const focus = useFocusedSymbol();
  const { id, lines, numbers, notes } = equation;
  return (
    <div className={styles.equation} data-equation={id}>
      <div className={styles.formula}>
        <FormulaLines lines={lines} lit={focus} onSymbol={lookAtSymbol} label={t('equations.formula')} />
        <EquationNotes notes={notes} />
      </div>
      {hasNumbers && numbers.length > 0 && (
        <div className={styles.numbers}>
          <Numbers numbers={numbers} lit={focus} />
        </div>
      )}
      <div className={styles.copy}>
        <CopyText
          iconOnly
          label={t('equations.copyOne')}
          hint={t('equations.copyHint')}
          text={() => equationLatex(equation, null)}
        />
      </div>
    </div>
  );
}

/** Sentences under an equation: what a symbol in it means here, or what it leaves out. */
function EquationNotes({ notes }: { readonly notes: readonly EquationNote[] }) {
  const { t } = useWords();
  return notes.map((note) => (
    <p key={note.kind} className={styles.note}>
      {note.kind === 'frozen'
        ? t('equations.notes.frozen', { n: note.count })
        : t(`equations.notes.${note.kind}`)}
    </p>
  ));
}
