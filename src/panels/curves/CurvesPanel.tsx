/** The loss curves of the run. */
import { LossCurves } from '../../drawings/losses/LossCurves';
import { look, sourceOf, useStore } from '../../store/store';
import { Section } from '../controls/Section';
import { Segmented } from '../controls/Segmented';
import { useWords } from '../controls/useWords';
import styles from './CurvesPanel.module.css';

const rows = sourceOf(({ latest }) => latest.history.rows);

export function CurvesPanel() {
  const { t } = useWords();
  const scale = useStore((state) => state.view.lossScale);
  return (
    <Section
      title={t('losses.title')}
      trailing={
        <Segmented
          label={t('losses.scale')}
          variant="quiet"
          items={[
            { id: 'linear', label: t('losses.linear') },
            { id: 'log', label: t('losses.log') },
          ]}
          value={scale}
          onChange={(lossScale) => look({ lossScale })}
          hint={t('hints.lossScale')}
        />
      }
    >
      <div className={styles.curves}>
        <LossCurves
          rows={rows}
          scale={scale}
          words={{
            label: t('losses.title'),
            epoch: t('losses.epoch'),
            train: t('losses.train'),
            test: t('losses.test'),
            empty: t('losses.empty'),
          }}
        />
      </div>
    </Section>
  );
}
