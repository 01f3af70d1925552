/**
 * How numbers reach a drawing that follows training: it reads the latest value and is told when there is a newer one.
 * Canvases draw from it in an animation frame, so React does not render for every frame of a run.
 */
export interface ReadableStore<T> {
  get(): T;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A source that never changes, for pictures of one moment. */
export function constant<T>(value: T): ReadableStore<T> {
  return { get: () => value, subscribe: () => () => {} };
}

/** A source that is told its values. */
export interface WritableStore<T> extends ReadableStore<T> {
  set(next: T): void;
}

/** Listeners hear of every `set`, of the same value too. */
export function writable<T>(first: T): WritableStore<T> {
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
export function combine(a: ReadableStore<unknown>, b: ReadableStore<unknown>): ReadableStore<null> {
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
