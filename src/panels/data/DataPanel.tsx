/** Step 0: which points. Presets, the brush for own points, and what is split off or passed on. */
import { clearPoints, removePoints } from '../../store/dataEdits';
import { edit, look, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Section } from '../controls/Section';
import { useWords } from '../controls/useWords';
import { Brushes } from './Brushes';
import { DataNotes } from './DataNotes';
import styles from './DataPanel.module.css';
import { DataSettings } from './DataSettings';
import { Inputs } from './Inputs';
import { Presets } from './Presets';
import { TaskChooser } from './TaskChooser';

export function DataPanel() {
  const { t } = useWords();
  return (
    <div className={styles.panel}>
      <Section number={0} title={t('data.title')} trailing={<TaskChooser />}>
        <Presets />
        <Brushes />
        <PointActions />
        <DataSettings />
        <DataNotes />
      </Section>
      <Section title={t('data.inputs')}>
        <Inputs />
      </Section>
    </div>
  );
}

function PointActions() {
  const { t } = useWords();
  const selection = useStore((state) => state.view.selection);
  const empty = useStore(
    ({ experiment: { data } }) => data.source.kind === 'own' && data.source.y.length === 0,
  );
  const own = useStore(({ experiment: { data } }) =>
    data.source.kind === 'own' ? data.source.y.length : null,
  );
  const removeSelected = () => {
    edit((experiment) => removePoints(experiment, selection));
    look({ selection: new Set() });
  };
  return (
    <div className={styles.actions}>
      <ActionButton
        label={t('data.clear')}
        onPress={() => edit(clearPoints)}
        disabled={empty}
        hint={t('hints.clear')}
      />
      {selection.size > 0 && (
        <ActionButton
          label={t('data.deleteSelected', { n: selection.size })}
          onPress={removeSelected}
          hint={t('hints.deleteSelected')}
        />
      )}
      {own !== null && <span className={styles.quiet}>{t('data.ownCount', { n: own })}</span>}
    </div>
  );
}
