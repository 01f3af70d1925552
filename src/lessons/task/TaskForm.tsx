/** The present experiment as a task: instructions, goals, what is locked, and the link for the students. */
import { type ReactNode, useId, useMemo } from 'react';
import { useReadable } from '../../drawings/useReadable';
import { type OutputActivationId, outputActivations } from '../../engine/model/activations';
import { writable } from '../../engine/readableStore';
import { Choice } from '../../panels/controls/Choice';
import { NumberField } from '../../panels/controls/NumberField';
import { Segmented } from '../../panels/controls/Segmented';
import { Toggle } from '../../panels/controls/Toggle';
import { useWords } from '../../panels/controls/useWords';
import { CopyText } from '../../panels/shared/CopyText';
import { encodeLink, longestLink, markOfDocument, pageAddress } from '../../persistence/link';
import { changesFor } from '../../store/manualWeights';
import { ownExperiment } from '../../store/page';
import { type Step, steps } from '../../store/runState';
import { store, useStore } from '../../store/store';
import type { Goal, GoalKind, Task } from '../../store/taskState';
import { goalKinds } from './goals';
import styles from './Task.module.css';
import { mostWords, packTask } from './taskText';

type Goals = { readonly [Kind in GoalKind]: Extract<Goal, { kind: Kind }> };

const firstGoals: Goals = {
  accuracy: { kind: 'accuracy', least: 0.95 },
  cost: { kind: 'cost', most: 0.1 },
  parameters: { kind: 'parameters', most: 30 },
  noHidden: { kind: 'noHidden' },
  output: { kind: 'output', activation: 'softmax' },
  epochs: { kind: 'epochs', most: 200 },
};

interface Draft {
  readonly words: string;
  readonly goals: Goals;
  readonly chosen: readonly GoalKind[];
  readonly lock: readonly Step[];
  readonly weights: Task['weights'];
}

/** What was written so far; a dialog that closes does not take it along. */
const drafted = writable<Draft>({ words: '', goals: firstGoals, chosen: [], lock: [], weights: 'same' });

export function TaskForm() {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const draft = useReadable(drafted);
  const { words, goals, chosen, lock, weights } = draft;
  const change = (to: Partial<Draft>) => drafted.set({ ...drafted.get(), ...to });
  const wordsId = useId();
  const offered = goalKinds.filter((kind) => classifies || kind !== 'accuracy');
  const task = {
    words: words.trim(),
    goals: offered.filter((kind) => chosen.includes(kind)).map((kind) => goals[kind]),
    lock,
    weights,
  };
  const put = (goal: Goal) =>
    change({ goals: { ...goals, [goal.kind]: goal }, chosen: [...new Set([...chosen, goal.kind])] });
  return (
    <div className={styles.form}>
      <label htmlFor={wordsId}>{t('task.words')}</label>
      <textarea
        id={wordsId}
        className={styles.field}
        rows={3}
        maxLength={mostWords}
        value={words}
        onChange={({ target }) => change({ words: target.value })}
      />
      <Group title={t('task.goals')}>
        {offered.map((kind) => (
          <GoalRow
            key={kind}
            goal={goals[kind]}
            isChosen={chosen.includes(kind)}
            onChosen={(isChosen) =>
              change({
                chosen: isChosen ? [...chosen, kind] : chosen.filter((other) => other !== kind),
              })
            }
            onGoal={put}
          />
        ))}
      </Group>
      <Locks lock={lock} onLock={(locked) => change({ lock: locked })} />
      <Group title={t('task.weights')}>
        <Segmented
          label={t('task.weights')}
          items={(['same', 'own'] as const).map((id) => ({ id, label: t(`task.weightsKinds.${id}`) }))}
          value={weights}
          onChange={(id) => change({ weights: id })}
          hint={t('task.weightsHint')}
        />
      </Group>
      <TaskLink task={task} />
    </div>
  );
}

interface LocksProps {
  readonly lock: readonly Step[];
  readonly onLock: (lock: readonly Step[]) => void;
}

function Locks({ lock, onLock }: LocksProps) {
  const { t } = useWords();
  return (
    <Group title={t('task.lock')}>
      <div className={styles.chips}>
        {steps.map((step) => (
          <Toggle
            key={step}
            label={t(`${step}.title`)}
            value={lock.includes(step)}
            onChange={(isLocked) =>
              onLock(steps.filter((one) => (one === step ? isLocked : lock.includes(one))))
            }
            hint={t('task.lockHint')}
          />
        ))}
      </div>
    </Group>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface GoalRowProps {
  readonly goal: Goal;
  readonly isChosen: boolean;
  readonly onChosen: (isChosen: boolean) => void;
  readonly onGoal: (goal: Goal) => void;
}

function GoalRow({ goal, isChosen, onChosen, onGoal }: GoalRowProps) {
  const { t } = useWords();
  const label = useGoalLabel(goal.kind);
  return (
    <div className={styles.row}>
      <Toggle label={label} value={isChosen} onChange={onChosen} hint={t('task.goalHint')} />
      <GoalValue goal={goal} label={label} onGoal={onGoal} />
    </div>
  );
}

function useGoalLabel(kind: GoalKind): string {
  const { t } = useWords();
  switch (kind) {
    case 'accuracy':
      return t('task.least.accuracy');
    case 'noHidden':
      return t('task.noHidden');
    case 'output':
      return t('task.output');
    default:
      return t(`task.most.${kind}`);
  }
}

/** Which of the goals' numbers are whole, and their ranges. */
const numbers = {
  cost: { range: [0, 1000], integer: false },
  parameters: { range: [1, 1_000_000], integer: true },
  epochs: { range: [1, 1_000_000], integer: true },
} as const;

function GoalValue({ goal, label, onGoal }: Pick<GoalRowProps, 'goal' | 'onGoal'> & { label: string }) {
  const { name } = useWords();
  switch (goal.kind) {
    case 'noHidden':
      return null;
    case 'output':
      return (
        <Choice
          variant="bare"
          label={label}
          items={(Object.keys(outputActivations) as OutputActivationId[]).map((id) => ({
            id,
            label: name(outputActivations[id].name),
          }))}
          value={goal.activation}
          onChange={(activation) => onGoal({ ...goal, activation })}
        />
      );
    case 'accuracy':
      return (
        <NumberField
          label={label}
          labelHidden
          value={Math.round(1000 * goal.least) / 10}
          range={[1, 100]}
          onChange={(percent) => onGoal({ ...goal, least: percent / 100 })}
        />
      );
    default:
      return (
        <NumberField
          label={label}
          labelHidden
          value={goal.most}
          {...numbers[goal.kind]}
          onChange={(most) => onGoal({ ...goal, most })}
        />
      );
  }
}

function TaskLink({ task }: { readonly task: Omit<Task, 'experiment'> }) {
  const { t, locale } = useWords();
  const experiment = useStore(ownExperiment);
  const hands = useStore(({ run }) => run.hands.weights);
  const document = useMemo(() => {
    const set = hands && task.weights === 'same' ? changesFor(hands) : [];
    return { mark: markOfDocument(experiment), hash: encodeLink(experiment, set) };
  }, [experiment, hands, task.weights]);
  if (task.goals.length === 0) return <p className={styles.quiet}>{t('task.noGoal')}</p>;
  const { page } = store.getState().view;
  const packed = packTask({ ...task, experiment: document.mark });
  const href = `${pageAddress()}?lang=${locale}&mode=learn&page=${page}&task=${packed}${document.hash}`;
  if (href.length > longestLink) return <p className={styles.quiet}>{t('task.tooLong')}</p>;
  return (
    <div className={styles.line}>
      <input
        className={styles.field}
        readOnly
        value={href}
        aria-label={t('task.link')}
        data-task-link
        onFocus={({ target }) => target.select()}
      />
      <CopyText iconOnly label={t('task.copyLink')} hint={t('task.copyLinkHint')} text={() => href} />
    </div>
  );
}
