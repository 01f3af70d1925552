/** The loss curves of the run, over those of kept runs that are laid beside it. */
import { lazy, Suspense, useMemo } from 'react';
import { LossCurves } from '../../drawings/losses/LossCurves';
import { overlaysOf } from '../../store/overlays';
import { look, sourceOf, useStore } from '../../store/store';
import { Section } from '../controls/Section';
import { Segmented } from '../controls/Segmented';
import { useWords } from '../controls/useWords';
import styles from './CurvesPanel.module.css';

const rows = sourceOf(({ latest }) => latest.history.rows);

const OverlayLegend = lazy(async () => ({ default: (await import('../runs/OverlayLegend')).OverlayLegend }));

export function CurvesPanel() {
  const { t } = useWords();
  const runs = useStore((state) => state.runs);
  const overlays = useMemo(() => overlaysOf(runs), [runs]);
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
          overlays={overlays}
          scale={scale}
          words={{
            label: t('losses.title'),
            epoch: t('losses.epoch'),
            train: t('losses.train'),
            test: t('losses.test'),
            empty: t('losses.empty'),
          }}
        />
        {overlays.length > 0 && (
          <Suspense fallback={null}>
            <OverlayLegend />
          </Suspense>
        )}
      </div>
    </Section>
  );
}
