/**
 * What could not be loaded: the page went offline, or another version of it has taken the place of its files. The rest of the page works
 * on, a sentence says so, and everything missing is tried again together.
 */
import { type ReadableStore, writable } from '../engine/readableStore';

export interface Missing {
  /** How each part is tried again, by what it is; the same asked for again takes the place of the one before. */
  readonly again: ReadonlyMap<unknown, () => void>;
  /** It was tried before: the files may be gone for good, and only a reload brings others. */
  readonly isRepeated: boolean;
}

const nothing: Missing = { again: new Map(), isRepeated: false };
const state = writable(nothing);
/** What was asked for again since something last came. */
let isTriedAgain = false;

export const missing: ReadableStore<Missing> = state;

export function miss(what: unknown, again: () => void): void {
  state.set({ again: new Map(state.get().again).set(what, again), isRepeated: isTriedAgain });
}

export function tryAgain(): void {
  const { again } = state.get();
  isTriedAgain = true;
  state.set(nothing);
  for (const load of again.values()) load();
}

/** Loads what an action needs and goes on with it; where it does not come, the page says so and can ask again. */
export async function whenLoaded<T>(load: () => Promise<T>, goOn: (loaded: T) => unknown): Promise<void> {
  let loaded: T;
  try {
    loaded = await bring(load);
  } catch {
    // A press that is made three times is one action.
    miss(`${String(load)} ${String(goOn)}`, () => void whenLoaded(load, goOn));
    return;
  }
  await goOn(loaded);
}

/** Loads something, and first the style sheets that were missing before: whoever asks for a file again is not given its styles again. */
export async function bring<T>(load: () => Promise<T>): Promise<T> {
  await Promise.all([...lostStyles].map(bringStyles));
  const loaded = await load();
  isTriedAgain = false;
  return loaded;
}

const lostStyles = new Set<HTMLLinkElement>();

if (typeof document !== 'undefined') {
  document.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') lostStyles.add(target);
    },
    true,
  );
}

function bringStyles(lost: HTMLLinkElement): Promise<void> {
  lostStyles.delete(lost);
  return new Promise((resolve, reject) => {
    const link = lost.cloneNode() as HTMLLinkElement;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error('a style sheet was not loaded')));
    lost.replaceWith(link);
  });
}
