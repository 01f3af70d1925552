/** Linear hidden layers multiplied out, product by product, to the single layer that answers the same. */
import { useMemo } from 'react';
import { outputActivations } from '../../../../engine/model/activations';
import { isCollapsible } from '../../../../engine/model/collapse';
import { network, prepared, runSnapshot } from '../../../../store/derived';
import { addLayer, setHiddenActivation } from '../../../../store/modelEdits';
import { edit, useStore } from '../../../../store/store';
import { useSnapshot } from '../../../../store/useSnapshot';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import { NumbersRow } from './NumbersRow';
import { Comparison, ProofPart } from './ProofPart';
import { collapsed } from './secondModel';

export function CollapseProof() {
  const { t } = useWords();
  const plan = useStore(({ experiment }) => network(experiment));
  return (
    <ProofPart
      title={t('proofs.collapse.title')}
      idea={t('proofs.collapse.idea')}
      lines={[
        'W^{[2]}\\bigl(W^{[1]}x + b^{[1]}\\bigr) + b^{[2]} &= \\bigl(W^{[2]}W^{[1]}\\bigr)x + \\bigl(W^{[2]}b^{[1]} + b^{[2]}\\bigr)',
      ]}
    >
      {isCollapsible(plan) ? <Collapsed /> : <NotYet />}
    </ProofPart>
  );
}

/** The network bends, or has nothing to collapse: what to do about it. */
function NotYet() {
  const { t, name } = useWords();
  const hidden = useStore(({ experiment }) => experiment.model.hidden);
  const bent = hidden.findIndex(({ activation }) => activation !== 'linear');
  const layer = hidden[bent];
  return (
    <>
      <p>
        {layer
          ? t('proofs.collapse.bent', {
              n: bent + 1,
              activation: name(outputActivations[layer.activation].name),
            })
          : t('proofs.collapse.noHidden')}
      </p>
      <ActionButton
        hint={t('proofs.changeHint')}
        label={layer ? t('proofs.collapse.makeLinear') : t('proofs.collapse.addLinear')}
        onPress={() =>
          edit((experiment) => setHiddenActivation(layer ? experiment : addLayer(experiment), 'linear'))
        }
      />
    </>
  );
}

function Collapsed() {
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  // null before the first picture of this run: one of a run before may have as many weights, but other activations.
  const snapshot = useSnapshot(runSnapshot);
  const proof = useMemo(
    () => snapshot && collapsed(network(experiment), experiment.data, prepared(experiment.data), snapshot),
    [experiment, snapshot],
  );
  if (!snapshot || !proof) return <p>{t('proofs.noPicture')}</p>;
  const { steps, difference, outputs } = proof;
  const last = steps.length - 1;
  const { outputActivation } = experiment.model;
  return (
    <>
      <div>
        {steps.map((map, k) => {
          const names = nameOfStep(k, last);
          return <NumbersRow key={names.kernelName} {...names} map={map} isResult={k === last} />;
        })}
        <p>{t('proofs.collapse.result', { model: t(`proofs.models.${singleLayer(outputActivation)}`) })}</p>
      </div>
      <Comparison
        snapshot={snapshot}
        second={outputs}
        difference={difference}
        secondName={t('proofs.collapse.single')}
      />
    </>
  );
}

/** W and b of the first layer, then what each further layer makes of them; the last ones have no index. */
function nameOfStep(k: number, last: number) {
  const layer = `[${k + 1}]`;
  if (k === 0) return { kernelName: `W^{${layer}}`, biasName: `b^{${layer}}` };
  const before = k === 1 ? '^{[1]}' : `_{1\\ldots ${k}}`;
  const own = k === last ? '' : `_{1\\ldots ${k + 1}}`;
  return {
    kernelName: `W${own} = W^{${layer}} W${before}`,
    biasName: `b${own} = W^{${layer}} b${before} + b^{${layer}}`,
  };
}

function singleLayer(activation: string): 'logistic' | 'softmax' | 'linear' | 'other' {
  if (activation === 'sigmoid') return 'logistic';
  return activation === 'softmax' || activation === 'linear' ? activation : 'other';
}
