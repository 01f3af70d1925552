/** What the target may be decides which activation the output has: four kinds of targets, each with an experiment, and any output on it. */
import { useState } from 'react';
import { type OutputActivationId, outputActivations } from '../../../engine/model/activations';
import { setOutputActivation } from '../../../store/modelEdits';
import { edit, useStore } from '../../../store/store';
import { Segmented } from '../../controls/Segmented';
import { useWords } from '../../controls/useWords';
import { ActivationCard } from './activations/ActivationCard';
import { cards } from './activations/cards';
import { useSpread } from './activations/useSpread';
import styles from './OutputChoice.module.css';
import { outputActivation, suitedOutput, type TargetKind, targetKinds } from './questionExperiments';

const outputs = ['sigmoid', 'softmax', 'linear', 'relu'] as const satisfies readonly OutputActivationId[];

export function OutputChoice() {
  const { t, name } = useWords();
  const [kind, setKind] = useState<TargetKind>('class');
  const [z, setZ] = useState(1);
  const { outputActivation: chosen, hidden } = useStore(({ experiment }) => experiment.model);
  const spread = useSpread(hidden.length);
  const card = cards.find(({ id }) => id === chosen);
  const isRegression = kind === 'anyNumber' || kind === 'neverNegative';
  return (
    <div className={styles.choice}>
      <p>{t('why.output.target')}</p>
      <ul className={styles.kinds}>
        {targetKinds.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={styles.kind}
              aria-pressed={one === kind}
              onClick={() => {
                setKind(one);
                edit(() => outputActivation(one));
              }}
            >
              <span>{t(`why.output.kinds.${one}`)}</span>
              <b>{name(outputActivations[suitedOutput[one]].name)}</b>
            </button>
          </li>
        ))}
      </ul>
      <p>{t(`why.output.reasons.${kind}`)}</p>
      <div className={styles.try}>
        <p>{t('why.output.try')}</p>
        <Segmented
          label={t('why.output.try')}
          // Softmax over a single output is always 1.
          items={outputs
            .filter((id) => id !== 'softmax' || !isRegression)
            .map((id) => ({ id, label: name(outputActivations[id].name) }))}
          value={outputs.find((id) => id === chosen) ?? null}
          onChange={(id) => edit((experiment) => setOutputActivation(experiment, id))}
          hint={t('why.output.tryHint')}
        />
      </div>
      {card && (
        <ActivationCard card={card} histogram={spread?.histogram ?? null} z={z} onZ={setZ} isUsed={false} />
      )}
    </div>
  );
}
