/** Opens the task of an address, and watches the run for its goals as long as the page is there. */
import * as v from 'valibot';
import { decode } from '../../engine/document';
import { parseBounded } from '../../engine/documentBounds';
import { limits } from '../../engine/experiment';
import { longestLink, markOfDocument } from '../../persistence/link';
import { readLink } from '../../persistence/reading';
import { keepTabTask, tabTask } from '../../persistence/settings';
import { setWeightSeed } from '../../store/modelEdits';
import type { AddressProblem } from '../../store/screen';
import { edit, type State, store } from '../../store/store';
import { leaveTask, reachTask, showTask } from '../../store/task';
import type { Reached } from '../../store/taskState';
import { figuresOf, isMet } from './goals';
import { idOfTask, readTask } from './taskText';

/** Answers what of it there is not. */
export async function openTask(text: string): Promise<AddressProblem[]> {
  const task = readTask(text);
  if ('field' in task) return [task];
  const id = idOfTask(text);
  const kept = keptOf(id);
  // No task has a longer link, and what it is known by takes as long to find as to pack the document.
  const { hash } = location;
  const linked = hash.length <= longestLink ? ((await readLink(hash))?.experiment ?? null) : null;
  // A reload finds the experiment that has become of it; else the link has it, or has lost it on the way.
  const isWhole = linked !== null && markOfDocument(linked) === task.experiment;
  if (!isWhole && !kept) return [{ field: 'task', value: '', allowed: '' }];
  if (isWhole && task.weights === 'own') edit((own) => setWeightSeed(own, anySeed()));
  showTask(task, id, kept?.reached ?? null);
  keep(id, kept?.reached ?? null);
  store.subscribe(watch);
  watch(store.getState());
  return [];
}

/** Leaves the task for good: a reload does not open it again. */
export function closeTask(): void {
  leaveTask();
  keepTabTask(null);
  const address = new URL(location.href);
  address.searchParams.delete('task');
  history.replaceState(null, '', address);
}

function anySeed(): number {
  const [low, high] = limits.seed;
  return low + Math.floor(Math.random() * (high - low + 1));
}

/** Keeps the first state of each run in which all goals hold. */
function watch(state: State): void {
  const { task, experiment, run, view } = state;
  if (!task || state.lesson || state.question || task.reached?.runId === run.runId) return;
  const figures = figuresOf();
  if (!figures || !task.task.goals.every((goal) => isMet(goal, experiment, figures))) return;
  const reached: Reached = {
    ...figures,
    experiment,
    runId: run.runId,
    byHand: run.hands.weights !== null,
    unlocked: task.task.lock.some((step) => !view.lock.includes(step)),
  };
  keep(task.id, reached);
  reachTask(reached);
}

interface Kept {
  readonly id: string;
  readonly reached: Reached | null;
}

function keep(id: string, reached: Reached | null): void {
  keepTabTask(JSON.stringify({ id, reached } satisfies Kept));
}

const figure = v.nullable(v.pipe(v.number(), v.finite()));
const keptTask = v.object({
  id: v.string(),
  reached: v.nullable(
    v.object({
      experiment: v.unknown(),
      accuracy: figure,
      cost: figure,
      epoch: v.pipe(v.number(), v.finite(), v.minValue(0)),
      byHand: v.boolean(),
      unlocked: v.boolean(),
    }),
  ),
});

/** What this tab wrote before it was loaded again; its run is of no run of this page. Anything else that is found there is no task. */
export function keptOf(id: string, text = tabTask()): Kept | null {
  const parsed = parseBounded(text ?? 'null');
  const kept = 'value' in parsed ? v.safeParse(keptTask, parsed.value) : null;
  if (!kept?.success || kept.output.id !== id) return null;
  const { reached } = kept.output;
  const experiment = reached && decode(reached.experiment).experiment;
  return { id, reached: experiment && { ...reached, experiment, runId: -1 } };
}
