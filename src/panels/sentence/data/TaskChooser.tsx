/** Classification, a curve, or a surface. */
import { chooseTask, type TaskChoice, taskChoiceOf } from '../../../store/dataEdits';
import { edit, useStore } from '../../../store/store';
import { Segmented } from '../../controls/Segmented';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';

const choices: readonly TaskChoice[] = ['classification', 'regression1', 'regression2'];

export function TaskChooser() {
  const { t } = useWords();
  const value = useStore(({ experiment }) => taskChoiceOf(experiment.data));
  return (
    <Segmented
      label={t('data.task')}
      variant="quiet"
      items={choices.map((id) => ({ id, label: t(`data.tasks.${id}Short`), name: t(`data.tasks.${id}`) }))}
      value={value}
      onChange={(choice) => edit((experiment) => chooseTask(experiment, choice))}
      hint={taught(t('hints.task'), 'task')}
    />
  );
}
