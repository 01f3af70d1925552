/** What the address asks of the view once the document is there: locks, point, epoch, page, lesson and task. Loaded beside the first paint. */

import { whenLoaded } from '../drawings/missing';
import { pointCount } from '../engine/experiment';
import { advance } from '../store/commands';
import { showPage } from '../store/page';
import { pageIds } from '../store/pages';
import type { AskedView } from '../store/screen';
import { look, store } from '../store/store';

/** Loads what the address needs; answers how the part of it that depends on the document is applied. */
export async function prepareAsked(asked: AskedView): Promise<() => Promise<void>> {
  const [cards, tasks] = await Promise.all([
    asked.lesson === null ? null : import('../lessons/openCards'),
    asked.task === null ? null : import('../lessons/task/openTask'),
  ]);
  return () => openAsAsked(asked, cards, tasks);
}

async function openAsAsked(
  { view, page, lesson, card, task, epoch, problems }: AskedView,
  cards: typeof import('../lessons/openCards') | null,
  tasks: typeof import('../lessons/task/openTask') | null,
): Promise<void> {
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
  const noLesson = (lesson !== null && cards?.openAsked(lesson, card)) || [];
  const noTask = (task !== null && (await tasks?.openTask(task))) || [];
  const all = [...problems, ...missing, ...noPage, ...noLesson, ...noTask];
  if (all.length === 0) return;
  await whenLoaded(
    () => import('./documents'),
    ({ refuseAddress }) => refuseAddress(all),
  );
}
