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

/** A source that is told its values. */
export interface ChangingSource<T> extends Source<T> {
  set(next: T): void;
}

/** Whoever listens hears of every `set`, of the same value too. */
export function changingSource<T>(first: T): ChangingSource<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

/** Tells of changes of both. */
export function either(a: Source<unknown>, b: Source<unknown>): Source<null> {
  return {
    get: () => null,
    subscribe: (listener) => {
      const stops = [a.subscribe(listener), b.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
