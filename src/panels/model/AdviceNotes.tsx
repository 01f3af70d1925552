/** The gravest advice about the model, with a button that follows it. */
import { useState } from 'react';
import { outputActivations } from '../../engine/model/activations';
import { losses } from '../../engine/model/losses';
import { prepared } from '../../store/derived';
import { setLoss, setOutputActivation } from '../../store/modelEdits';
import { edit, useStore } from '../../store/store';
import { Note } from '../controls/Note';
import { useWords } from '../controls/useWords';
import { type Advice, type AdviceKey, adviceFor } from './advice';

/** More than this at once is noise. */
const most = 1;

export function AdviceNotes() {
  const { t, name } = useWords();
  const experiment = useStore((state) => state.experiment);
  const [dismissed, setDismissed] = useState<ReadonlySet<AdviceKey>>(new Set());
  const { outputActivation } = experiment.model;
  const advice = adviceFor(experiment, prepared(experiment.data).points.y)
    .filter(({ key }) => !dismissed.has(key))
    .slice(0, most);
  return advice.map(({ key, kind, remedy }) => (
    <Note
      key={key}
      kind={kind}
      onDismiss={() => setDismissed(new Set([...dismissed, key]))}
      {...(remedy ? { action: { label: remedyLabel(remedy), onPress: () => follow(remedy) } } : {})}
    >
      {t(`advice.${key}`, { activation: name(outputActivations[outputActivation].name) })}
    </Note>
  ));

  function remedyLabel({ outputActivation: activation, loss }: NonNullable<Advice['remedy']>): string {
    if (activation) return t('advice.use', { activation: name(outputActivations[activation].name) });
    return loss ? t('advice.useLoss', { loss: name(losses[loss].name) }) : '';
  }
}

function follow({ outputActivation, loss }: NonNullable<Advice['remedy']>): void {
  edit((experiment) => {
    const withOutput = outputActivation ? setOutputActivation(experiment, outputActivation) : experiment;
    return loss ? setLoss(withOutput, { id: loss }) : withOutput;
  });
}
