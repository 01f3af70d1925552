/** The task of a teacher as a card: what is asked, each goal with whether it is met, and in the end the code to hand in. */
import { ArrowLeft, Check, Circle } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { useThrottled } from '../../drawings/useThrottled';
import { ActionButton } from '../../panels/controls/ActionButton';
import { useWords } from '../../panels/controls/useWords';
import { CopyText } from '../../panels/shared/CopyText';
import { formatEpoch } from '../../panels/shared/formats';
import { keepSetting, keptSetting } from '../../persistence/settings';
import { runSnapshot } from '../../store/derived';
import { ownExperiment } from '../../store/page';
import { useStore } from '../../store/store';
import type { Goal } from '../../store/taskState';
import { figuresOf, isMet } from './goals';
import { closeTask } from './openTask';
import { codeOf, mostName } from './resultCode';
import styles from './Task.module.css';
import { useGoalWords } from './useGoalWords';

export function TaskPanel() {
  const { t } = useWords();
  const state = useStore(({ task }) => task);
  if (!state) return null;
  return (
    <section
      aria-label={t('task.title')}
      className={styles.panel}
      data-task
      data-done={state.reached !== null}
    >
      <div className={styles.head}>
        <ActionButton
          variant="quiet"
          icon={<ArrowLeft />}
          iconOnly
          label={t('task.leave')}
          hint={t('task.leaveHint')}
          onPress={closeTask}
        />
        <h2 className={styles.title}>{t('task.title')}</h2>
      </div>
      {state.task.words !== '' && <p className={styles.words}>{state.task.words}</p>}
      <Goals />
      <p role="status" className={styles.done}>
        {state.reached && t('task.reached', { epoch: formatEpoch(Math.ceil(state.reached.epoch)) })}
      </p>
      <Code />
    </section>
  );
}

function Goals() {
  const { t } = useWords();
  const goals = useStore(({ task }) => task?.task.goals);
  const experiment = useStore(ownExperiment);
  // What is trained in a question of Why is not what is asked for.
  const isAside = useStore(({ question }) => question !== null);
  const say = useGoalWords(experiment);
  useThrottled(runSnapshot);
  // What was met once in this run counts, though later epochs may lose it again.
  const isReached = useStore(({ task, run }) => task?.reached?.runId === run.runId);
  const figures = (isAside ? null : figuresOf()) ?? { accuracy: null, cost: null, epoch: 0 };
  return (
    <ul className={styles.goals}>
      {goals?.map((goal) => {
        const met = isReached || isMet(goal, experiment, figures);
        return (
          <li key={goal.kind} className={styles.goal} data-goal={goal.kind} data-met={met}>
            {met ? <Check size={14} aria-hidden /> : <Circle size={14} aria-hidden />}
            <span>{say(goal)}</span>
            <span className="visually-hidden">{met ? t('task.met') : t('task.open')}</span>
          </li>
        );
      })}
    </ul>
  );
}

const noGoals: readonly Goal[] = [];

function Code() {
  const { t } = useWords();
  const reached = useStore(({ task }) => task?.reached ?? null);
  const id = useStore(({ task }) => task?.id ?? '');
  const goals = useStore(({ task }) => task?.task.goals ?? noGoals);
  const [name, setName] = useState(() => keptSetting('name') ?? '');
  const fieldId = useId();
  const code = useMemo(
    () => (reached && name.trim() !== '' ? codeOf(name.trim(), id, goals, reached) : null),
    [reached, name, id, goals],
  );
  if (!reached) return null;
  return (
    <div className={styles.code}>
      <label className={styles.line} htmlFor={fieldId}>
        {t('task.name')}
        <input
          id={fieldId}
          className={styles.field}
          value={name}
          maxLength={mostName}
          autoComplete="name"
          onChange={({ target }) => {
            setName(target.value);
            keepSetting('name', target.value);
          }}
        />
      </label>
      {code === null ? (
        <p className={styles.quiet}>{t('task.needsName')}</p>
      ) : (
        <div className={styles.line}>
          <input
            className={styles.field}
            readOnly
            value={code}
            aria-label={t('task.code')}
            data-code
            onFocus={({ target }) => target.select()}
          />
          <CopyText iconOnly label={t('task.copy')} hint={t('task.copyHint')} text={() => code} />
        </div>
      )}
    </div>
  );
}
