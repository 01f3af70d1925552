/**
 * A task that a teacher has set: what is asked, what is locked, and the goals, which a link carries. The experiment is the learner's
 * own, so that it is kept and can be undone like any other. `lessons/task/` reads links, holds the goals against the run and shows both.
 */
import type { Experiment } from '../engine/experiment';
import type { OutputActivationId } from '../engine/model/activations';
import type { Step } from './runState';

/** All goals of a task hold in one state of the run. */
export type Goal =
  /** Share classified rightly, 0.01–1; of the test points where there are any. */
  | { readonly kind: 'accuracy'; readonly least: number }
  /** J over the training points, penalties left out. */
  | { readonly kind: 'cost'; readonly most: number }
  /** Weights and biases of the network. */
  | { readonly kind: 'parameters'; readonly most: number }
  | { readonly kind: 'noHidden' }
  | { readonly kind: 'output'; readonly activation: OutputActivationId }
  | { readonly kind: 'epochs'; readonly most: number };

export type GoalKind = Goal['kind'];

export interface Task {
  /** In the words of the teacher. */
  readonly words: string;
  readonly goals: readonly Goal[];
  /** Steps whose settings stay as they are. */
  readonly lock: readonly Step[];
  /** Whether all begin with the weights of the link, or each with others. */
  readonly weights: 'same' | 'own';
  /** What the experiment of the link is known by, so that a link whose other half is lost is noticed. */
  readonly experiment: string;
}

/** The figures that goals are held against. Null before the first picture of the run. */
export interface TaskFigures {
  readonly accuracy: number | null;
  readonly cost: number | null;
  readonly epoch: number;
}

/** The state in which all goals were met. */
export interface Reached extends TaskFigures {
  readonly experiment: Experiment;
  readonly runId: number;
  /** Some weights of the run were set by hand. */
  readonly byHand: boolean;
  /** A step that the task locks was unlocked. */
  readonly unlocked: boolean;
}

export interface TaskState {
  readonly task: Task;
  /** What the code of a learner says which task it is of. */
  readonly id: string;
  readonly reached: Reached | null;
}
