/** The controls of one layer: activation, units, one more layer before it, and removing it. */
import { Plus, X } from 'lucide-react';
import { limits } from '../../../engine/experiment';
import { activations, outputActivations } from '../../../engine/model/activations';
import { activationNotes } from '../../../engine/model/activations/notes';
import { insertLayer, removeLayer, setLayer, setOutputActivation } from '../../../store/modelEdits';
import { edit, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { Choice } from '../../controls/Choice';
import { Stepper } from '../../controls/Stepper';
import { useWords } from '../../controls/useWords';
import styles from './LayerControls.module.css';

interface SettingsProps {
  /** The layer that the controls are about may be another one now. */
  readonly onDone: () => void;
}

export function HiddenSettings({ index, onDone }: SettingsProps & { readonly index: number }) {
  const { t, name } = useWords();
  const layer = useStore(({ experiment }) => experiment.model.hidden[index]);
  if (!layer) return null;
  const n = index + 1;
  return (
    <>
      <Choice
        label={t('model.activationOf', { n })}
        variant="stacked"
        items={Object.values(activations).map((entry) => ({
          id: entry.id,
          label: name(entry.name),
          description: name(activationNotes[entry.id].hint),
        }))}
        value={layer.activation}
        onChange={(activation) => edit((experiment) => setLayer(experiment, index, { activation }))}
        hint={t('hints.activation')}
      />
      <div className={styles.units}>
        <span className={styles.label} aria-hidden>
          {t('model.unitsOf', { n })}
        </span>
        <Stepper
          label={t('model.unitsOf', { n })}
          value={layer.units}
          range={limits.units}
          onChange={(units) => edit((experiment) => setLayer(experiment, index, { units }))}
          hint={t('hints.units')}
        />
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
  const { t, name } = useWords();
  const activation = useStore(({ experiment }) => experiment.model.outputActivation);
  return (
    <>
      <Choice
        label={t('model.outputActivation')}
        variant="stacked"
        items={Object.values(outputActivations).map((entry) => ({
          id: entry.id,
          label: name(entry.name),
          description: name(activationNotes[entry.id].hint),
        }))}
        value={activation}
        onChange={(id) => edit((experiment) => setOutputActivation(experiment, id))}
        hint={t('hints.outputActivation')}
      />
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
