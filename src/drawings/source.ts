/**
 * How numbers reach a drawing that follows training: it reads the latest value and is told when there is a newer one.
 * Canvases draw from it in an animation frame, so React does not render for every frame of a run.
 */
export interface Source<T> {
  get(): T;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A source that never changes, for pictures of one moment. */
export function fixedSource<T>(value: T): Source<T> {
  return { get: () => value, subscribe: () => () => {} };
}
