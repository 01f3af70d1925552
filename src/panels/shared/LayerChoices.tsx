/** What can be chosen of a layer, in the sheet of the model and in the network's own popover: its units and its activation. */
import { limits } from '../../engine/experiment';
import { activations, outputActivations } from '../../engine/model/activations';
import { activationNotes } from '../../engine/model/activations/notes';
import { setLayer, setOutputActivation } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { Choice } from '../controls/Choice';
import { Stepper } from '../controls/Stepper';
import { taught } from '../controls/taughtHint';
import { useWords } from '../controls/useWords';

interface ChoiceProps {
  readonly variant: 'stacked' | 'bare';
}

interface HiddenProps {
  /** Hidden layers count from 0. Nothing is shown of one that is gone. */
  readonly index: number;
}

const useHidden = (index: number) => useStore(({ experiment }) => experiment.model.hidden[index]);

export function HiddenActivation({ index, variant }: HiddenProps & ChoiceProps) {
  const { t, name } = useWords();
  const layer = useHidden(index);
  if (!layer) return null;
  return (
    <Choice
      label={t('model.activationOf', { n: index + 1 })}
      variant={variant}
      items={Object.values(activations).map((entry) => ({
        id: entry.id,
        label: name(entry.name),
        description: name(activationNotes[entry.id].hint),
      }))}
      value={layer.activation}
      onChange={(activation) => edit((experiment) => setLayer(experiment, index, { activation }))}
      hint={taught(t('hints.activation'), 'activation')}
    />
  );
}

export function OutputActivation({ variant }: ChoiceProps) {
  const { t, name } = useWords();
  const activation = useStore(({ experiment }) => experiment.model.outputActivation);
  return (
    <Choice
      label={t('model.outputActivation')}
      variant={variant}
      items={Object.values(outputActivations).map((entry) => ({
        id: entry.id,
        label: name(entry.name),
        description: name(activationNotes[entry.id].hint),
      }))}
      value={activation}
      onChange={(id) => edit((experiment) => setOutputActivation(experiment, id))}
      hint={taught(t('hints.outputActivation'), 'outputActivation')}
    />
  );
}

export function HiddenUnits({ index }: HiddenProps) {
  const { t } = useWords();
  const layer = useHidden(index);
  if (!layer) return null;
  return (
    <Stepper
      label={t('model.unitsOf', { n: index + 1 })}
      value={layer.units}
      range={limits.units}
      onChange={(units) => edit((experiment) => setLayer(experiment, index, { units }))}
      hint={taught(t('hints.units'), 'units')}
    />
  );
}
