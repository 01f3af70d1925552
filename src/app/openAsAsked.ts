/** What the address asks of the view once the document is there: locks, point, epoch, page, lesson and task. Loaded beside the first paint. */
import { pointCount } from '../engine/experiment';
import { advance } from '../store/commands';
import { showPage } from '../store/page';
import { pageIds } from '../store/pages';
import type { AskedView } from '../store/screen';
import { look, store } from '../store/store';

/** Applies the part of the address that depends on the document. */
export async function openAsAsked({
  view,
  page,
  lesson,
  card,
  task,
  epoch,
  problems,
}: AskedView): Promise<void> {
  const { lock, probe } = view;
  const points = pointCount(store.getState().experiment.data);
  const isThere = probe?.kind === 'point' && probe.index < points;
  look({ ...(lock ? { lock } : {}), ...(isThere ? { probe } : {}) });
  if (epoch > 0) advance(epoch);
  const missing =
    probe?.kind === 'point' && !isThere
      ? [{ field: 'point', value: String(probe.index), allowed: `0 … ${points - 1}` }]
      : [];
  const known = pageIds.find((id) => id === page);
  if (known) showPage(known);
  const noPage = page !== null && !known ? [{ field: 'page', value: page, allowed: pageIds.join(', ') }] : [];
  const noLesson = lesson === null ? [] : (await import('../lessons/openCards')).openAsked(lesson, card);
  const noTask = task === null ? [] : (await import('../lessons/task/openTask')).openTask(task);
  const all = [...problems, ...missing, ...noPage, ...noLesson, ...noTask];
  if (all.length === 0) return;
  const { refuseAddress } = await import('./documents');
  refuseAddress(all);
}
