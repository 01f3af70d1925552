/**
 * Which of the kept documents an experiment belongs to. An edit stays within its document; what is opened begins another, and undo finds
 * its way back, because an experiment that was there before is the same object. A document that is at work in another tab is not written
 * by this one, which goes on with a copy.
 */
import type { Experiment } from '../engine/experiment';

const ids = new WeakMap<Experiment, string>();
/** Opened from the address and not changed yet: the address has it. */
const lookedAt = new WeakSet<Experiment>();
/** Documents that this tab may write, as far as that was asked. */
const claims = new Map<string, Promise<boolean>>();
/** Ids of the copies that replace documents of another tab. */
const copies = new Map<string, string>();

let current = freshId();
/** The document that was opened last, until it is changed. */
let untouched: Experiment | null = null;

function freshId(): string {
  return `${Date.now()}-${crypto.getRandomValues(new Uint32Array(1)).join()}`;
}

/** Before an experiment from outside takes the place of `before`. One that was opened and left as it was gives its place to the next. */
export function beginDocument(experiment: Experiment, before: Experiment, isInAddress: boolean): void {
  const reused = before === untouched && !lookedAt.has(before) ? ids.get(before) : undefined;
  ids.set(experiment, reused ?? freshId());
  if (isInAddress) lookedAt.add(experiment);
  untouched = experiment;
}

/** Before a kept document takes the place of another. */
export function comeBackTo(experiment: Experiment, id: string): void {
  ids.set(experiment, id);
  untouched = null;
}

/** The document of the experiment that is at work now. */
export function documentOf(experiment: Experiment): string {
  current = ids.get(experiment) ?? current;
  ids.set(experiment, current);
  return current;
}

export function isOnlyLookedAt(experiment: Experiment): boolean {
  return lookedAt.has(experiment);
}

/** The id under which this tab may keep a document: its own, or another where a second tab is at work on it. */
export async function writableId(id: string): Promise<string> {
  const copied = copies.get(id);
  if (copied !== undefined) return copied;
  const asked = claims.get(id) ?? claim(id);
  claims.set(id, asked);
  if (await asked) return id;
  const copy = copies.get(id) ?? freshId();
  copies.set(id, copy);
  return copy;
}

/** The same as far as it is known by now. */
export function writtenAs(id: string): string {
  return copies.get(id) ?? id;
}

/** Holds the document for as long as the tab is there; answers whether no other does. */
function claim(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    // A page that is no secure context has no locks; nothing is lost there but this.
    const locks = (navigator as Partial<Navigator>).locks;
    if (!locks) resolve(true);
    else {
      locks
        .request(`quadrant-document-${id}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock && new Promise(() => {});
        })
        .catch(() => resolve(true));
    }
  });
}
