/** Says why a press on the plane adds no point: the document has as many as it may have. */
import i18next from 'i18next';
import { whenLoaded } from '../../../drawings/missing';
import { limits, pointCount } from '../../../engine/experiment';
import { store } from '../../../store/store';
import { formatCount } from '../../shared/formats';

/** Once, however many presses there are while it stands. */
export function tellIfFull(): void {
  if (pointCount(store.getState().experiment.data) < limits.points) return;
  void whenLoaded(
    () => import('sonner'),
    ({ toast }) => toast(i18next.t('table.full', { most: formatCount(limits.points) }), { id: 'full' }),
  );
}
