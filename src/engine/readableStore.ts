/**
 * How numbers reach a drawing that follows training: it reads the latest value and is told when there is a newer one.
 * Canvases draw from it in an animation frame, so React does not render for every frame of a run.
 */
export interface ReadableStore<T> {
  get(): T;
  /** Calls `listener` after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** A store that never changes, for pictures of one time. */
export function constant<T>(value: T): ReadableStore<T> {
  return { get: () => value, subscribe: () => () => {} };
}

/** A store that is told its values. */
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

/**
 * What `change` makes of the values of a store: the same result as long as the value is the same, so `change` must depend on nothing
 * else. It also gets what it made before.
 */
export function map<A, B>(
  store: ReadableStore<A>,
  change: (value: A, before: B | undefined) => B,
): ReadableStore<B> {
  let seen: { readonly value: A; readonly made: B } | undefined;
  return {
    get: () => {
      const value = store.get();
      if (!seen || !Object.is(seen.value, value)) seen = { value, made: change(value, seen?.made) };
      return seen.made;
    },
    subscribe: (listener) => store.subscribe(listener),
  };
}

/** The values of several stores, in one array that is the same while they are; announces the changes of all. */
export function combine<Values extends readonly unknown[]>(
  ...stores: { readonly [K in keyof Values]: ReadableStore<Values[K]> }
): ReadableStore<Values> {
  let values: Values | undefined;
  return {
    get: () => {
      const next = stores.map((store) => store.get()) as unknown as Values;
      if (!values?.every((value, i) => Object.is(value, next[i]))) values = next;
      return values;
    },
    subscribe: (listener) => {
      const stops = stores.map((store) => store.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** The values of a store without news of them, for what is out of sight. */
export function silent<T>(store: ReadableStore<T>): ReadableStore<T> {
  return { get: () => store.get(), subscribe: () => () => {} };
}
