/** Which cards are done, and where each lesson goes on. Kept in the browser, which is asked once; it can be exported and reset. */
import { parseBounded } from '../engine/documentBounds';
import { type WritableStore, writable } from '../engine/readableStore';
import { keepSetting, keptSetting } from '../persistence/settings';

export interface LessonProgress {
  /** Ids of cards. */
  readonly done: readonly string[];
  /** The card that was open last. */
  readonly at: string | null;
  /** The least that was reached, by the id of the card. */
  readonly best: Readonly<Record<string, number>>;
}

/** By the id of the lesson. */
export type Progress = Readonly<Record<string, LessonProgress>>;

const none: LessonProgress = { done: [], at: null, best: {} };

export const progress: WritableStore<Progress> = writable(readProgress(keptSetting('lessons')));

export function progressOf(all: Progress, lesson: string): LessonProgress {
  return (Object.hasOwn(all, lesson) ? all[lesson] : undefined) ?? none;
}

function keep(next: Progress): void {
  keepSetting('lessons', JSON.stringify(next));
  progress.set(next);
}

export function markDone(lesson: string, card: string): void {
  const before = progressOf(progress.get(), lesson);
  if (before.done.includes(card)) return;
  keep({ ...progress.get(), [lesson]: { ...before, done: [...before.done, card] } });
}

/** Keeps what was reached where it is less than before. */
export function markBest(lesson: string, card: string, reached: number): void {
  const before = progressOf(progress.get(), lesson);
  if (reached >= bestOf(before, card)) return;
  keep({ ...progress.get(), [lesson]: { ...before, best: { ...before.best, [card]: reached } } });
}

/** Infinity before anything was reached. */
export function bestOf({ best }: LessonProgress, card: string): number {
  return (Object.hasOwn(best, card) ? best[card] : undefined) ?? Number.POSITIVE_INFINITY;
}

export function markAt(lesson: string, at: string): void {
  keep({ ...progress.get(), [lesson]: { ...progressOf(progress.get(), lesson), at } });
}

export function resetProgress(): void {
  keep({});
}

/** Adds progress of another browser: what is done in either is done. False where the text holds none. */
export function addProgress(text: string): boolean {
  const other = readProgress(text);
  if (Object.keys(other).length === 0) return false;
  const own = progress.get();
  const both = Object.entries(other).map(([lesson, { done, at, best }]) => {
    const before = progressOf(own, lesson);
    const cards = Object.keys({ ...best, ...before.best });
    const least = cards.map(
      (card) => [card, Math.min(bestOf(before, card), bestOf({ ...before, best }, card))] as const,
    );
    const all = [...new Set([...before.done, ...done])];
    return [lesson, { done: all, at: before.at ?? at, best: Object.fromEntries(least) }] as const;
  });
  keep({ ...own, ...Object.fromEntries(both) });
  return true;
}

/** What is not progress is left out. */
export function readProgress(text: string | null): Progress {
  const parsed = parseBounded(text ?? '{}');
  if ('problem' in parsed) return {};
  const { value } = parsed;
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).flatMap(([lesson, entry]) => {
      if (typeof entry !== 'object' || entry === null) return [];
      const { done, at, best } = entry as Record<string, unknown>;
      const cards = Array.isArray(done) ? done.filter((card) => typeof card === 'string') : [];
      return [[lesson, { done: cards, at: typeof at === 'string' ? at : null, best: numbersIn(best) }]];
    }),
  );
}

function numbersIn(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1]),
    ),
  );
}
