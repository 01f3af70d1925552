/** The end of the last stage: makes the update that was followed, and says how well its numbers agree with those that training made. */
import { StepForward } from 'lucide-react';
import type { StepFacts } from '../../../drawings/equations/stage';
import { figure } from '../../../drawings/figure';
import { step } from '../../../store/commands';
import { store, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';
import styles from './OneStep.module.css';

/** An update that was made from here, and what was expected of it. */
export interface Taken {
  readonly runId: number;
  /** Updates of the run before it. */
  readonly updates: number;
  /** [parameterCount] */
  readonly parameters: Float64Array;
}

interface StepActionProps {
  readonly facts: StepFacts;
  readonly taken: Taken | null;
  readonly onTake: (taken: Taken) => void;
  readonly onAgain: () => void;
}

export function StepAction({ facts, taken, onTake, onAgain }: StepActionProps) {
  const { t } = useWords();
  if (!facts.ofBatch) return <p className={styles.action}>{t('equations.step.pointOnly')}</p>;
  if (taken) return <Comparison taken={taken} onAgain={onAgain} />;
  const take = () => {
    const { run, latest } = store.getState();
    onTake({
      runId: run.runId,
      updates: latest.snapshot?.updates ?? 0,
      parameters: facts.update.parameters,
    });
    step('update');
  };
  return (
    <div className={styles.action}>
      <ActionButton
        label={t('equations.step.take')}
        icon={<StepForward size={14} />}
        onPress={take}
        hint={taught(t('equations.step.takeHint'), 'oneStep')}
      />
      <p className={styles.quiet}>{t('equations.step.takeWords')}</p>
    </div>
  );
}

function Comparison({ taken, onAgain }: { readonly taken: Taken; readonly onAgain: () => void }) {
  const { t } = useWords();
  const made = useStore(({ latest: { snapshot } }) =>
    snapshot && snapshot.updates > taken.updates ? snapshot.parameters : null,
  );
  if (!made) return <p className={styles.action}>{t('page.loading')}</p>;
  const difference = taken.parameters.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - (made[i] ?? Number.NaN))),
    0,
  );
  return (
    <div className={styles.action}>
      <p role="status" data-difference={difference}>
        {t('equations.step.agreed', { difference: figure(difference), n: taken.parameters.length })}
      </p>
      <ActionButton
        label={t('equations.step.again')}
        onPress={onAgain}
        hint={t('equations.step.againHint')}
      />
    </div>
  );
}
