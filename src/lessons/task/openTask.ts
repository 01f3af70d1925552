/** Opens the task of an address, and watches the run for its goals as long as the page is there. */
import { limits } from '../../engine/experiment';
import { linkTexts } from '../../persistence/linkText';
import { setWeightSeed } from '../../store/modelEdits';
import type { AddressProblem } from '../../store/screen';
import { edit, type State, store } from '../../store/store';
import { reachTask, showTask } from '../../store/task';
import { figuresOf, isMet } from './goals';
import { idOfTask, readTask } from './taskText';

/** Answers what of it there is not. */
export function openTask(text: string): AddressProblem[] {
  const task = readTask(text);
  if ('field' in task) return [task];
  // A reload finds the experiment that has become of it, with the weights that were drawn for this learner.
  if (task.weights === 'own' && linkTexts(location.hash) !== null) {
    edit((experiment) => setWeightSeed(experiment, anySeed()));
  }
  showTask(task, idOfTask(text));
  store.subscribe(watch);
  watch(store.getState());
  return [];
}

function anySeed(): number {
  const [low, high] = limits.seed;
  return low + Math.floor(Math.random() * (high - low + 1));
}

/** Keeps the first state of each run in which all goals hold. */
function watch(state: State): void {
  const { task, experiment, run } = state;
  if (!task || state.lesson || state.question || task.reached?.runId === run.runId) return;
  const figures = figuresOf();
  if (!figures || !task.task.goals.every((goal) => isMet(goal, experiment, figures))) return;
  reachTask({ ...figures, experiment, runId: run.runId, byHand: run.hands.weights !== null });
}
