/** How well the model has learned: the loss of every point, which class is taken for which, and the points as a table, from top to bottom. */
import { useStore } from '../../../store/store';
import { Section } from '../../controls/Section';
import { useWords } from '../../controls/useWords';
import { Confusion } from './Confusion';
import styles from './HowWellPage.module.css';
import { LossPointsPanel } from './LossPointsPanel';
import { DataTable } from './table/DataTable';

export function HowWellPage() {
  const { t } = useWords();
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  return (
    <div className={styles.page}>
      <Section title={t('howWell.loss')}>
        <LossPointsPanel />
      </Section>
      {classifies && (
        <Section title={t('howWell.confusion')}>
          <Confusion />
        </Section>
      )}
      <Section title={t('howWell.table')}>
        <DataTable />
      </Section>
    </div>
  );
}
