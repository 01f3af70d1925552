/** The controls of one layer: activation, units, one more layer before it, and removing it. */
import { Plus, X } from 'lucide-react';
import { limits } from '../../../engine/experiment';
import { insertLayer, removeLayer } from '../../../store/modelEdits';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import { HiddenActivation, HiddenUnits, OutputActivation } from '../../shared/LayerChoices';
import styles from './LayerControls.module.css';

interface SettingsProps {
  /** The layer that the controls are about may be another one now. */
  readonly onDone: () => void;
}

export function HiddenSettings({ index, onDone }: SettingsProps & { readonly index: number }) {
  const { t } = useWords();
  const isThere = useStore(({ experiment }) => index < experiment.model.hidden.length);
  if (!isThere) return null;
  const n = index + 1;
  return (
    <>
      <HiddenActivation index={index} variant="stacked" />
      <div className={styles.units}>
        <span className={styles.label} aria-hidden>
          {t('model.unitsOf', { n })}
        </span>
        <HiddenUnits index={index} />
      </div>
      <InsertButton index={index} label={t('inspect.insertBefore', { n })} onDone={onDone} />
      <ActionButton
        label={t('model.removeLayerNumbered', { n })}
        icon={<X />}
        onPress={() => {
          onDone();
          edit((experiment) => removeLayer(experiment, index));
        }}
        hint={t('hints.removeLayer')}
      />
    </>
  );
}

/** `hidden` layers come before the output. */
export function OutputSettings({ hidden, onDone }: SettingsProps & { readonly hidden: number }) {
  const { t } = useWords();
  return (
    <>
      <OutputActivation variant="stacked" />
      <InsertButton index={hidden} label={t('inspect.insertLast')} onDone={onDone} />
    </>
  );
}

/** `index` is where the new layer will be. */
function InsertButton({ index, label, onDone }: SettingsProps & { index: number; label: string }) {
  const { t } = useWords();
  const layers = useStore(({ experiment }) => experiment.model.hidden.length);
  return (
    <ActionButton
      label={label}
      icon={<Plus />}
      disabled={layers >= limits.hiddenLayers}
      onPress={() => {
        onDone();
        edit((experiment) => insertLayer(experiment, index));
      }}
      hint={t('inspect.hints.insert')}
    />
  );
}
