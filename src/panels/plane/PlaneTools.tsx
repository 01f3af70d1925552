/** The line above the plane: brushes, what empties it, and how it is looked at. What finds no room at the right is in its menu. */
import { Trash2 } from 'lucide-react';
import { useSize } from '../../drawings/useSize';
import { clearPoints, removePoints } from '../../store/dataEdits';
import { edit, look, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Toggle } from '../controls/Toggle';
import { useWords } from '../controls/useWords';
import { Brushes } from '../data/Brushes';
import { useCoarsePointer } from '../model/useCoarsePointer';
import styles from './PlanePanel.module.css';
import { PlaneView } from './PlaneView';

/** Width of the line from which both switches stand in it. */
const roomPx = { fine: 560, coarse: 700 } as const;

export function PlaneTools() {
  const [ref, { widthPx }] = useSize();
  const isCoarse = useCoarsePointer();
  const hasRoom = widthPx >= (isCoarse ? roomPx.coarse : roomPx.fine);
  return (
    <div className={styles.tools} ref={ref}>
      <Brushes />
      <Emptying />
      <span className={styles.looks}>
        {hasRoom && <LookSwitches />}
        <PlaneView>{!hasRoom && <LookSwitches />}</PlaneView>
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
  const remove = () => {
    edit((experiment) => removePoints(experiment, selection));
    look({ selection: new Set() });
  };
  return (
    <ActionButton
      label={String(selection.size)}
      name={t('data.deleteSelected', { n: selection.size })}
      icon={<Trash2 />}
      onPress={remove}
      hint={t('hints.deleteSelected')}
    />
  );
}

function LookSwitches() {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  const { discretize, showTest } = useStore((state) => state.view);
  return (
    <>
      {classifies && (
        <Toggle
          label={t('plane.discretize')}
          value={discretize}
          onChange={(value) => look({ discretize: value })}
          hint={t('hints.discretize')}
        />
      )}
      <Toggle
        label={t('plane.testPoints')}
        value={showTest}
        onChange={(value) => look({ showTest: value })}
        hint={t('hints.testPoints')}
      />
    </>
  );
}
