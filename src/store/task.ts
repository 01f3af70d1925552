/** Opens and leaves the task of a teacher. */
import { look, store } from './store';
import type { Reached, Task } from './taskState';

export function showTask(task: Task, id: string): void {
  store.setState({ task: { task, id, reached: null } });
  look({ mode: 'learn', lock: task.lock, show: null });
}

/** The experiment stays; it is no longer locked. */
export function leaveTask(): void {
  store.setState({ task: null });
  look({ lock: [] });
}

export function reachTask(reached: Reached): void {
  store.setState(({ task }) => ({ task: task && { ...task, reached } }));
}
