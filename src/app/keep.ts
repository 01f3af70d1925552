/** The document outlives the visit: opened again at the start, kept after every change, each in a place of its own. */
import i18next from 'i18next';
import { whenLoaded } from '../drawings/missing';
import type { Experiment } from '../engine/experiment';
import { loadPageWords } from '../i18n/i18n';
import type { StorageTrouble } from '../persistence/database';
import { isLink } from '../persistence/linkText';
import { forgetUnsaved, keepTabDocument, keepUnsaved, tabDocument } from '../persistence/settings';
import { keepDocument, keepLeftBehind, keptDocument } from '../persistence/storage';
import { ownExperiment } from '../store/page';
import { edit, openFirst, store } from '../store/store';
import { comeBackTo, documentOf, isOnlyLookedAt, writableId, writtenAs } from './identity';

/** A change is written after this time without further changes, and at the latest after the other. */
const quietMs = 400;
const longestMs = 1000;

/** The storage that has not answered for so long is spoken of. */
const slowMs = 3000;

/** Longest wait for storage and for an example from the network; a document that arrives later can be undone. */
const storageWaitMs = 1000;
const exampleWaitMs = 5000;

/** The document of the address has not been opened: what opens it did not come, and may come yet. */
let isOwed = false;

/** The fragment of the address whose document is open, or was found unreadable. */
let openedHash = '';

/**
 * Opens what the address asks for, or else what was kept, and keeps what comes after. Calls `begin` as soon as it is known which
 * document the visit begins with, or that it takes too long to find out.
 */
export async function keepBetweenVisits(begin: () => void): Promise<void> {
  openedHash = location.hash;
  if (!isLink(location.hash)) setTimeout(begin, asksForDocument() ? exampleWaitMs : storageWaitMs);
  try {
    if (asksForDocument()) {
      isOwed = true;
      await whenLoaded(
        () => import('./documents'),
        async ({ openFromAddress }) => {
          isOwed = false;
          await openFromAddress();
        },
      );
    } else await openLast();
  } finally {
    begin();
  }
  // The document is held from now on, so that a second tab makes a copy.
  void writableId(documentOf(ownExperiment(store.getState())));
  keepChanges();
  addEventListener('hashchange', () => void followAddress());
}

/** The last document of this tab, or else of any tab. */
async function openLast(): Promise<void> {
  const before = store.getState().experiment;
  await sayIfSlow(keepLeftBehind());
  const { document: kept, passedOver } = await sayIfSlow(keptDocument(tabDocument()));
  if (passedOver) {
    const load = async () => (await Promise.all([import('./documents'), loadPageWords()]))[0];
    void whenLoaded(load, ({ tellUnreadable }) => tellUnreadable(passedOver));
  }
  const { experiment: now, view, lesson } = store.getState();
  const isEdited = now !== before || store.temporal.getState().pastStates.length > 0;
  // The page keeps its document when it was edited before the storage answered, or when it may not be edited.
  if (!kept || isEdited || lesson || view.lock.length > 0) return;
  const { id, experiment } = kept;
  comeBackTo(experiment, id);
  if (!openFirst(experiment)) edit(() => experiment);
}

/** What the storage owes, of which it is said that it does not answer. */
const slow = new Set<Promise<unknown>>();

/** Says that the storage does not answer, as long as it does not. */
async function sayIfSlow<T>(answer: Promise<T>): Promise<T> {
  const id = 'slow-storage';
  const loadToasts = () => import('sonner');
  const timer = setTimeout(() => {
    slow.add(answer);
    void whenLoaded(loadToasts, ({ toast }) => {
      if (slow.size > 0)
        toast.warning(i18next.t('notices.storageSlow'), { id, duration: Number.POSITIVE_INFINITY });
    });
  }, slowMs);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
    if (slow.delete(answer) && slow.size === 0) void whenLoaded(loadToasts, ({ toast }) => toast.dismiss(id));
  }
}

/** A link that was pasted into the open tab; undo brings back what was there. */
async function followAddress(): Promise<void> {
  if (!isLink(location.hash)) return;
  await whenLoaded(
    () => import('./documents'),
    async ({ openFromAddress }) => {
      await openFromAddress();
      openedHash = location.hash;
    },
  );
}

function asksForDocument(): boolean {
  return isLink(location.hash) || new URLSearchParams(location.search).has('example');
}

/** Once a change is kept, a reload is to bring it back, not the document that the address still holds. */
function forgetAddress(): void {
  if (isOwed) return;
  const address = new URL(location.href);
  const asked = ['example', 'lock', 'point', 'epoch', 'page'].filter((name) =>
    address.searchParams.has(name),
  );
  // A link that was pasted while the change was written is about to be opened.
  if (location.hash !== openedHash) return;
  if (!asksForDocument() && asked.length === 0) return;
  openedHash = '';
  if (asksForDocument()) address.hash = '';
  for (const name of asked) address.searchParams.delete(name);
  history.replaceState(null, '', address);
}

/** What is not written yet. */
interface Pending {
  readonly id: string;
  readonly experiment: Experiment;
  /** When the first of its changes was made, in milliseconds of the page. */
  readonly since: number;
}

function keepChanges(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: StorageTrouble | null = null;
  let pending: Pending | null = null;
  const keep = async () => {
    if (!pending) return;
    const { id, experiment } = pending;
    pending = null;
    const written = await writableId(id);
    const trouble = await sayIfSlow(keepDocument({ id: written, changedAt: Date.now(), experiment }));
    if (trouble && trouble !== told) {
      void whenLoaded(
        () => import('sonner'),
        ({ toast }) =>
          toast.warning(i18next.t(trouble === 'full' ? 'notices.storageFull' : 'notices.storageBlocked')),
      );
    }
    told = trouble;
    if (!trouble) forgetUnsaved(written);
    const now = ownExperiment(store.getState());
    if (trouble || isOnlyLookedAt(now)) return;
    forgetAddress();
  };
  store.subscribe((state, before) => {
    const experiment = ownExperiment(state);
    if (experiment === ownExperiment(before)) return;
    const id = documentOf(experiment);
    // What the document before this one has become is not to wait for quiet in another.
    if (pending && pending.id !== id) void keep();
    // A document that was only looked at is in the address and takes no place from what was made.
    if (isOnlyLookedAt(experiment)) return;
    // Known before the writing: a tab that is closed right away has no time for it afterwards.
    if (pending?.id !== id) void writableId(id).then(keepTabDocument);
    const now = performance.now();
    const since = pending?.since ?? now;
    pending = { id, experiment, since };
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), Math.min(quietMs, since + longestMs - now));
  });
  // A closed tab does not wait for quiet, nor for the database.
  addEventListener('pagehide', () => {
    if (pending) keepUnsaved(writtenAs(pending.id), JSON.stringify(pending.experiment));
    void keep();
  });
}
