/** The experiment outlives the visit: opened again at the start, kept after every change. */
import i18next from 'i18next';
import type { StorageTrouble } from '../persistence/database';
import { keepExperiment, keptExperiment } from '../persistence/storage';
import { ownExperiment } from '../store/page';
import { edit, store } from '../store/store';

/** A change is kept once things have been quiet for so long. */
const quietMs = 400;

/** Opens what the address asks for, or else what was kept, and keeps what comes after. */
export async function keepBetweenVisits(): Promise<void> {
  const before = store.getState().experiment;
  if (asksForDocument()) {
    const { openFromAddress } = await import('./documents');
    await openFromAddress();
  } else {
    const kept = await keptExperiment();
    // Whoever was quicker than the disk keeps what they made.
    if (kept?.experiment && store.getState().experiment === before) {
      const { experiment } = kept;
      edit(() => experiment);
    }
  }
  // Undo begins with what the visit began with.
  store.temporal.getState().clear();
  keepChanges();
}

function asksForDocument(): boolean {
  return location.hash.startsWith('#e=') || new URLSearchParams(location.search).has('example');
}

/** Once a change is kept, a reload is to bring it back, not the document that the address still holds. */
function forgetAddress(): void {
  const address = new URL(location.href);
  const asked = ['example', 'lock', 'point', 'epoch', 'page'].filter((name) =>
    address.searchParams.has(name),
  );
  if (!asksForDocument() && asked.length === 0) return;
  if (asksForDocument()) address.hash = '';
  for (const name of asked) address.searchParams.delete(name);
  history.replaceState(null, '', address);
}

function keepChanges(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: StorageTrouble | null = null;
  let changed = false;
  const keep = async () => {
    changed = false;
    const trouble = await keepExperiment(ownExperiment(store.getState()));
    if (trouble && trouble !== told) {
      const { toast } = await import('sonner');
      toast.warning(i18next.t(trouble === 'full' ? 'notices.storageFull' : 'notices.storageBlocked'));
    }
    told = trouble;
    if (!trouble) forgetAddress();
  };
  store.subscribe((state, before) => {
    if (ownExperiment(state) === ownExperiment(before)) return;
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), quietMs);
  });
  // A closed tab does not wait for quiet. A document that was only looked at does not replace what was kept.
  addEventListener('pagehide', () => {
    if (changed) void keep();
  });
}
