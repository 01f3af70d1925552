/** Saving the points as a table. */
import type { TFunction } from 'i18next';
import { toast } from 'sonner';
import { writeCsv } from '../../../io/csv/write';
import { saveTable } from '../../../persistence/tableFiles';
import { currentSnapshot, prepared } from '../../../store/derived';
import { store } from '../../../store/store';
import { answersFor } from '../answersFor';

/** Saves all points with what the model says about them now. */
export async function exportPoints(t: TFunction): Promise<void> {
  const { data } = store.getState().experiment;
  const { points, split } = prepared(data);
  const answers = answersFor(currentSnapshot.get(), points.y.length);
  try {
    const pieces = await writeCsv({
      data,
      points,
      isTest: split.isTest,
      predictions: answers?.predictions ?? null,
      losses: answers?.losses ?? null,
      names: data.source.kind === 'own' ? data.source.names : undefined,
    });
    const name = await saveTable(pieces, 'points.csv');
    if (name !== null) toast.success(t('table.csv.exported', { name }));
  } catch {
    toast.error(t('table.csv.exportFailed'));
  }
}
