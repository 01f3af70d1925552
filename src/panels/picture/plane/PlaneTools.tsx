/** The line above the plane: brushes, what empties it, and how it is looked at. What finds no room at the right is in its menu. */
import { Trash2 } from 'lucide-react';
import { useSize } from '../../../drawings/useSize';
import { clearPoints, removePoints } from '../../../store/dataEdits';
import { edit, look, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { Toggle } from '../../controls/Toggle';
import { useWords } from '../../controls/useWords';
import { useCoarsePointer } from '../../shared/useCoarsePointer';
import { Brushes } from './Brushes';
import styles from './PlanePanel.module.css';
import { PlaneView } from './PlaneView';

/** Widths of the line from which one switch, or both, stand in it; and below which fingers need a second line, where both do. */
const roomPx = {
  fine: { one: 440, both: 560, wraps: 0 },
  coarse: { one: 560, both: 720, wraps: 396 },
} as const;

export function PlaneTools() {
  const [ref, { widthPx }] = useSize();
  const room = roomPx[useCoarsePointer() ? 'coarse' : 'fine'];
  const isWrapped = widthPx < room.wraps;
  const hasBoth = isWrapped || widthPx >= room.both;
  const hasOne = isWrapped || widthPx >= room.one;
  return (
    <div className={styles.tools} ref={ref}>
      <Brushes />
      <Emptying />
      <span className={styles.looks}>
        {hasBoth && <ClassesSwitch />}
        {hasOne && <TestSwitch />}
        <PlaneView>
          {!hasBoth && <ClassesSwitch />}
          {!hasOne && <TestSwitch />}
        </PlaneView>
      </span>
    </div>
  );
}

/** Takes all points away, or those that are selected; undo brings them back. */
function Emptying() {
  const { t } = useWords();
  const selection = useStore((state) => state.view.selection);
  const isEmpty = useStore(
    ({ experiment: { data } }) => data.source.kind === 'own' && data.source.y.length === 0,
  );
  if (selection.size === 0) {
    return (
      <ActionButton
        label={t('data.clear')}
        onPress={() => edit(clearPoints)}
        disabled={isEmpty}
        hint={t('hints.clear')}
      />
    );
  }
  return (
    <ActionButton
      label={String(selection.size)}
      name={t('data.deleteSelected', { n: selection.size })}
      icon={<Trash2 />}
      onPress={() => edit((experiment) => removePoints(experiment, selection))}
      hint={t('hints.deleteSelected')}
    />
  );
}

function ClassesSwitch() {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const value = useStore((state) => state.view.discretize);
  const change = (discretize: boolean) => look({ discretize });
  if (!classifies) return null;
  return (
    <Toggle label={t('plane.discretize')} value={value} onChange={change} hint={t('hints.discretize')} />
  );
}

function TestSwitch() {
  const { t } = useWords();
  const value = useStore((state) => state.view.showTest);
  const change = (showTest: boolean) => look({ showTest });
  return (
    <Toggle label={t('plane.testPoints')} value={value} onChange={change} hint={t('hints.testPoints')} />
  );
}
