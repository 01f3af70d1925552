/** The task of a teacher as a card: what is asked, each goal with whether it is met, and in the end the code to hand in. */
import { ArrowLeft, Check, Circle } from 'lucide-react';
import { useId, useState } from 'react';
import { useThrottled } from '../../drawings/useThrottled';
import { ActionButton } from '../../panels/controls/ActionButton';
import { useWords } from '../../panels/controls/useWords';
import { CopyText } from '../../panels/shared/CopyText';
import { formatEpoch } from '../../panels/shared/formats';
import { keepSetting, keptSetting } from '../../persistence/settings';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { leaveTask } from '../../store/task';
import { figuresOf, isMet } from './goals';
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
          onPress={leaveTask}
        />
        <h2 className={styles.title}>{t('task.title')}</h2>
      </div>
      {state.task.words !== '' && <p className={styles.words}>{state.task.words}</p>}
      <Goals />
      <Code />
    </section>
  );
}

function Goals() {
  const { t } = useWords();
  const goals = useStore(({ task }) => task?.task.goals);
  const experiment = useStore((state) => state.experiment);
  const say = useGoalWords(experiment);
  useThrottled(runSnapshot);
  // What was met once in this run counts, though later epochs may lose it again.
  const isReached = useStore(({ task, run }) => task?.reached?.runId === run.runId);
  const figures = figuresOf() ?? { accuracy: null, cost: null, epoch: 0 };
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

function Code() {
  const { t } = useWords();
  const state = useStore(({ task }) => task);
  const [name, setName] = useState(() => keptSetting('name') ?? '');
  const id = useId();
  if (!state?.reached) return null;
  const { reached, task } = state;
  const code = name.trim() === '' ? null : codeOf(name.trim(), state.id, task.goals, reached);
  return (
    <div className={styles.code} role="status">
      <p className={styles.done}>{t('task.reached', { epoch: formatEpoch(Math.ceil(reached.epoch)) })}</p>
      <label className={styles.line} htmlFor={id}>
        {t('task.name')}
        <input
          id={id}
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
