/** Which part of the plane is shown: typed, or fitted to the points. A small dialog, with room for what else is chosen about the picture. */
import { Ellipsis, Maximize } from 'lucide-react';
import type { ReactNode } from 'react';
import { type AxisRange, ends } from '../../../engine/data/planeRange';
import { setPlane } from '../../../store/dataEdits';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { NumberField } from '../../controls/NumberField';
import { PopoverButton } from '../../controls/PopoverButton';
import { useWords } from '../../controls/useWords';
import styles from './PlaneView.module.css';
import { fitToPoints } from './planeZoom';

export function PlaneView({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const inputs = useStore(({ experiment }) => experiment.data.inputs);
  const [across, up] = inputs === 1 ? (['x', 'y'] as const) : (['x₁', 'x₂'] as const);
  return (
    <PopoverButton label={t('plane.view')} icon={<Ellipsis />} iconOnly hint={t('hints.planeView')}>
      {children}
      <AxisFields axis="x" name={across} />
      <AxisFields axis="y" name={up} />
      <ActionButton
        label={t('plane.fit')}
        icon={<Maximize />}
        onPress={fitToPoints}
        hint={t('hints.fitPlane')}
      />
      <p className={styles.note}>{t('plane.zoomNote')}</p>
    </PopoverButton>
  );
}

function AxisFields({ axis, name }: { axis: 'x' | 'y'; name: string }) {
  const { t } = useWords();
  const plane = useStore(({ experiment }) => experiment.data.plane);
  const range = plane[axis];
  const set = (next: AxisRange) => edit((experiment) => setPlane(experiment, { ...plane, [axis]: next }));
  const { low, high } = ends(range);
  return (
    <div className={styles.axis}>
      <NumberField
        label={t('plane.from', { axis: name })}
        value={range[0]}
        range={low}
        onChange={(value) => set([value, range[1]])}
        hint={t('hints.planeRange')}
      />
      <NumberField
        label={t('plane.to', { axis: name })}
        value={range[1]}
        range={high}
        onChange={(value) => set([range[0], value])}
        hint={t('hints.planeRange')}
      />
    </div>
  );
}
