/** Opens and leaves the task of a teacher. */
import { leaveQuestion } from './page';
import { look, store } from './store';
import type { Reached, Task } from './taskState';

export function showTask(task: Task, id: string, reached: Reached | null): void {
  store.setState({ task: { task, id, reached } });
  look({ mode: 'learn', lock: task.lock, show: null });
}

/** The experiment stays; it is no longer locked. */
export function leaveTask(): void {
  // A question has the locks of the task put aside with the rest of the view.
  leaveQuestion();
  store.setState({ task: null });
  look({ lock: [] });
}

export function reachTask(reached: Reached): void {
  store.setState(({ task }) => ({ task: task && { ...task, reached } }));
}
