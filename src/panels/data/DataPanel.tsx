/** Step 0: which points. Presets, the brush for own points, and what is split off or passed on. */
import { Section } from '../controls/Section';
import { useWords } from '../controls/useWords';
import { Brushes } from './Brushes';
import styles from './DataPanel.module.css';
import { DataSettings } from './DataSettings';
import { Inputs, StandardizeToggle } from './Inputs';
import { PointActions } from './PointActions';
import { Presets } from './Presets';
import { TaskChooser } from './TaskChooser';

export function DataPanel() {
  const { t } = useWords();
  return (
    <div className={styles.panel}>
      <Section number={0} title={t('data.title')} trailing={<TaskChooser />}>
        <Presets />
        <div className={styles.brushes}>
          <Brushes />
        </div>
        <DataSettings />
        <PointActions />
      </Section>
      <Section title={t('data.inputs')} trailing={<StandardizeToggle />}>
        <Inputs />
      </Section>
    </div>
  );
}
