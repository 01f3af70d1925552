/** What the first layer receives: the chosen features, and whether they are standardised. */
import { type Feature, type FeatureId, features } from '../../../engine/data/features';
import { setStandardize, toggleFeature } from '../../../store/dataEdits';
import { edit, useStore } from '../../../store/store';
import { ChipGroup } from '../../controls/ChipGroup';
import { Toggle } from '../../controls/Toggle';
import { ToggleChip } from '../../controls/ToggleChip';
import { useWords } from '../../controls/useWords';
import styles from './DataSettings.module.css';

export function Inputs() {
  const { t, name } = useWords();
  const { inputs, features: chosen } = useStore(({ experiment }) => experiment.data);
  const offered = Object.values<Feature>(features).filter((feature) => inputs === 2 || !feature.usesX2);
  return (
    <ChipGroup label={t('data.inputs')} className={styles.chips}>
      {offered.map((feature) => (
        <ToggleChip
          key={feature.id}
          label={name(feature.name)}
          value={chosen.includes(feature.id as FeatureId)}
          onChange={() => edit((experiment) => toggleFeature(experiment, feature.id as FeatureId))}
          hint={t('hints.feature', { feature: name(feature.name) })}
        >
          {feature.label}
        </ToggleChip>
      ))}
    </ChipGroup>
  );
}

export function StandardizeToggle() {
  const { t } = useWords();
  const standardize = useStore(({ experiment }) => experiment.data.standardize);
  return (
    <Toggle
      label={t('data.standardizeShort')}
      value={standardize}
      onChange={(value) => edit((experiment) => setStandardize(experiment, value))}
      hint={t('hints.standardize')}
    />
  );
}
