/** The contract of everything that is timed: a subject opens a session for a task inside its own worker. */
import type { Task } from './works';

export const subjectIds = [
  'quadrant wasm',
  'quadrant webgl',
  'plain js',
  'tfjs wasm',
  'tfjs webgl',
  'tfjs cpu',
  'tfjs fit',
  'convnetjs',
  'brain.js',
] as const;

export type SubjectId = (typeof subjectIds)[number];

/** Which units a grid shows: the output layer, or every unit of every layer. */
export type Units = 'outputs' | 'all';

export interface Session {
  /** What a reader of the figures has to know about this subject at this task. */
  readonly note?: string;
  /** For a subject that knows no batches: the points of one of its updates. */
  readonly batch?: number;
  /** Trains at least `updates` updates and answers how many; resolves when the arithmetic is done, not when it is queued. */
  run(updates: number): Promise<number>;
  /** Mean cross-entropy over the training points, which shows that the loop learns. */
  loss(): Promise<number>;
  /** Activations on a grid over the plane of `columns` × `columns` cells, as numbers that JavaScript can read. */
  grid?(columns: number, units: Units): Promise<void>;
}

export type OpenSession = (task: Task) => Promise<Session>;

/** The subject cannot run here; the message says why. */
export class Unavailable extends Error {}
