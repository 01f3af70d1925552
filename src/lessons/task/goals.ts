/** The goals that a task may have: how each is held against a state of the run. */
import type { Experiment } from '../../engine/experiment';
import { network, runSnapshot } from '../../store/derived';
import type { Goal, GoalKind, TaskFigures } from '../../store/taskState';

/** In the order in which they are offered. */
export const goalKinds: readonly GoalKind[] = [
  'accuracy',
  'cost',
  'parameters',
  'noHidden',
  'output',
  'epochs',
];

export function isMet(goal: Goal, experiment: Experiment, figures: TaskFigures): boolean {
  const { accuracy, cost, epoch } = figures;
  switch (goal.kind) {
    case 'accuracy':
      return accuracy !== null && accuracy >= goal.least;
    case 'cost':
      return cost !== null && cost <= goal.most;
    case 'parameters':
      return network(experiment).parameterCount <= goal.most;
    case 'noHidden':
      return experiment.model.hidden.length === 0;
    case 'output':
      return experiment.model.outputActivation === goal.activation;
    case 'epochs':
      return epoch <= goal.most;
  }
}

/** Null before the first picture of the run. */
export function figuresOf(): TaskFigures | null {
  const snapshot = runSnapshot.get();
  if (!snapshot) return null;
  const { train, test, progress } = snapshot;
  return { accuracy: (test ?? train)?.accuracy ?? null, cost: train?.loss ?? null, epoch: progress };
}
