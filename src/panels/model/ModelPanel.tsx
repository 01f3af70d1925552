/** Step 1: the model. The network with its controls above each layer, quick choices, and how the weights begin. */
import { Plus, Settings2 } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { limits } from '../../engine/experiment';
import { network } from '../../store/derived';
import { addLayer } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { PopoverButton } from '../controls/PopoverButton';
import { Section } from '../controls/Section';
import { useWords } from '../controls/useWords';
import { InitialWeights } from './InitialWeights';
import { KindChooser } from './KindChooser';
import styles from './ModelPanel.module.css';

/** Loaded after the page: before the first answer of the worker there is nothing to see in it anyhow. */
const Network = lazy(async () => ({ default: (await import('./Network')).Network }));

export function ModelPanel() {
  const { t } = useWords();
  const plan = useStore(({ experiment }) => network(experiment));
  const layers = useStore(({ experiment }) => experiment.model.hidden.length);
  return (
    <Section number={1} title={t('model.title')} trailing={<KindChooser />}>
      <div className={styles.diagram}>
        <Suspense>
          <Network />
        </Suspense>
      </div>
      <div className={styles.foot}>
        <ActionButton
          label={t('model.addLayer')}
          icon={<Plus size={14} />}
          disabled={layers >= limits.hiddenLayers}
          onPress={() => edit(addLayer)}
          hint={t('hints.addLayer')}
        />
        <WeightSettings />
        <span className={styles.count}>{t('model.parameters', { n: plan.parameterCount })}</span>
      </div>
    </Section>
  );
}

function WeightSettings() {
  const { t } = useWords();
  return (
    <PopoverButton label={t('model.more')} icon={<Settings2 size={14} />}>
      <InitialWeights />
    </PopoverButton>
  );
}
