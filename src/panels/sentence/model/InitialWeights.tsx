/** How the weights begin: what they are drawn from, and with which seed. */
import { limits } from '../../../engine/experiment';
import { initializers } from '../../../engine/model/initializers';
import { initializerNotes } from '../../../engine/model/initializers/notes';
import { setInitializer, setWeightSeed } from '../../../store/modelEdits';
import { edit, useStore } from '../../../store/store';
import { Choice } from '../../controls/Choice';
import { NumberField } from '../../controls/NumberField';
import { useWords } from '../../controls/useWords';

export function InitialWeights() {
  const { t, name } = useWords();
  const { initializer, seed } = useStore(({ experiment }) => experiment.model);
  return (
    <>
      <Choice
        label={t('model.initializer')}
        items={Object.values(initializers).map((entry) => ({
          id: entry.id,
          label: name(entry.name),
          description: name(initializerNotes[entry.id].hint),
        }))}
        value={initializer}
        onChange={(id) => edit((experiment) => setInitializer(experiment, id))}
        hint={t('hints.initializer')}
      />
      <NumberField
        label={t('model.seed')}
        value={seed}
        range={limits.seed}
        integer
        onChange={(value) => edit((experiment) => setWeightSeed(experiment, value))}
        hint={t('hints.weightSeed')}
      />
    </>
  );
}
