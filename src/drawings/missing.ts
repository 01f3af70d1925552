/**
 * What could not be loaded: the page went offline, or another version of it has taken the place of its files. The rest of the page works
 * on, a sentence says so, and everything missing is tried again together.
 */
import { type ReadableStore, writable } from '../engine/readableStore';

export interface Missing {
  /** How each part is tried again. */
  readonly again: readonly (() => void)[];
  /** It was tried before: the files may be gone for good, and only a reload brings others. */
  readonly isRepeated: boolean;
}

const nothing: Missing = { again: [], isRepeated: false };
const state = writable(nothing);
/** What was asked for again since something last came. */
let isTriedAgain = false;

export const missing: ReadableStore<Missing> = state;

export function miss(again: () => void): void {
  state.set({ again: [...state.get().again, again], isRepeated: isTriedAgain });
}

export function tryAgain(): void {
  const { again } = state.get();
  isTriedAgain = true;
  state.set(nothing);
  for (const load of again) load();
}

export function dismissMissing(): void {
  state.set(nothing);
}

/** Loads what an action needs and goes on with it; where it does not come, the page says so and can ask again. */
export async function whenLoaded<T>(load: () => Promise<T>, goOn: (loaded: T) => unknown): Promise<void> {
  let loaded: T;
  try {
    loaded = await load();
  } catch {
    miss(() => void whenLoaded(load, goOn));
    return;
  }
  isTriedAgain = false;
  await goOn(loaded);
}
