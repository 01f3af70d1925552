/** Goals in words. */
import type { Experiment } from '../../engine/experiment';
import { outputActivations } from '../../engine/model/activations';
import { useWords } from '../../panels/controls/useWords';
import { formatCount } from '../../panels/shared/formats';
import type { Goal } from '../../store/taskState';

export function useGoalWords({ data }: Experiment): (goal: Goal) => string {
  const { t, name } = useWords();
  return (goal) => {
    switch (goal.kind) {
      case 'accuracy': {
        const value = String(Math.round(1000 * goal.least) / 10);
        return data.testShare > 0 ? t('task.accuracyTest', { value }) : t('task.accuracyTrain', { value });
      }
      case 'cost':
        return t('task.costGoal', { value: String(goal.most) });
      case 'parameters':
        return t('task.parametersGoal', { count: goal.most, value: formatCount(goal.most) });
      case 'epochs':
        return t('task.epochsGoal', { count: goal.most, value: formatCount(goal.most) });
      case 'noHidden':
        return t('task.noHiddenGoal');
      case 'output':
        return t('task.outputGoal', { value: name(outputActivations[goal.activation].name) });
    }
  };
}
