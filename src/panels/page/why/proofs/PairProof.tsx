/** Softmax over two classes beside the logistic regression that it is: only the difference of its two units counts. */
import { useMemo } from 'react';
import type { Experiment } from '../../../../engine/experiment';
import type { AffineMap } from '../../../../engine/model/collapse';
import type { LayerPlan, NetworkPlan } from '../../../../engine/model/network';
import { isSoftmaxPair } from '../../../../engine/model/softmaxPair';
import { setClasses } from '../../../../store/dataEdits';
import { network, prepared, runSnapshot } from '../../../../store/derived';
import { chooseLoss, setOutputActivation } from '../../../../store/modelEdits';
import { edit, useStore } from '../../../../store/store';
import { useSnapshot } from '../../../../store/useSnapshot';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import { NumbersRow } from './NumbersRow';
import { Comparison, ProofPart } from './ProofPart';
import { logistic } from './secondModel';

/** Both classes are named by their marks, which are the same in both models; numbers would begin at 0 in one and at 1 in the other. */
const ofCircle = (quantity: string) => `${quantity}_{\\bigcirc}`;
const ofCross = (quantity: string) => `${quantity}_{\\times}`;
const differenceOf = (quantity: string) => `${ofCross(quantity)} - ${ofCircle(quantity)}`;

export function PairProof() {
  const { t } = useWords();
  const plan = useStore(({ experiment }) => network(experiment));
  const received = plan.layers.length > 1 ? 'a' : 'x';
  const [zCircle, zCross] = [ofCircle('z'), ofCross('z')];
  return (
    <ProofPart
      title={t('proofs.pair.title')}
      idea={t('proofs.pair.idea')}
      lines={[
        `${ofCross('a')} = \\frac{e^{${zCross}}}{e^{${zCircle}} + e^{${zCross}}} &= \\frac{1}{1 + e^{-(${zCross} - ${zCircle})}} = \\sigma(w \\cdot ${received} + b)`,
        `w &= ${differenceOf('w')},\\qquad b = ${differenceOf('b')}`,
      ]}
    >
      {isSoftmaxPair(plan) ? <Pair /> : <NotYet />}
    </ProofPart>
  );
}

function NotYet() {
  const { t } = useWords();
  const { task, classes } = useStore(({ experiment }) => experiment.data);
  if (task === 'regression') return <p>{t('proofs.pair.regression')}</p>;
  return (
    <>
      <p>{classes > 2 ? t('proofs.pair.manyClasses', { n: classes }) : t('proofs.pair.noSoftmax')}</p>
      <ActionButton
        hint={t('proofs.changeHint')}
        label={classes > 2 ? t('proofs.pair.makeTwo') : t('proofs.pair.makeSoftmax')}
        onPress={() => edit(withSoftmaxPair)}
      />
    </>
  );
}

function withSoftmaxPair(experiment: Experiment): Experiment {
  const two = setClasses(experiment, 2);
  return chooseLoss(setOutputActivation(two, 'softmax'), 'categoricalCrossentropy');
}

function Pair() {
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  // null before the first picture of this run: one of a run before may have as many weights, but other activations.
  const snapshot = useSnapshot(runSnapshot);
  const plan = network(experiment);
  const proof = useMemo(
    () => snapshot && logistic(network(experiment), experiment.data, prepared(experiment.data), snapshot),
    [experiment, snapshot],
  );
  if (!snapshot || !proof) return <p>{t('proofs.noPicture')}</p>;
  const { layer, outputs, difference } = proof;
  const of = (unit: number) => unitOf(plan, snapshot.parameters, unit);
  return (
    <>
      <div>
        <NumbersRow kernelName={ofCircle('w')} biasName={ofCircle('b')} map={of(0)} />
        <NumbersRow kernelName={ofCross('w')} biasName={ofCross('b')} map={of(1)} />
        <NumbersRow
          kernelName={`w = ${differenceOf('w')}`}
          biasName={`b = ${differenceOf('b')}`}
          map={layer}
          isResult
        />
        <p>{plan.layers.length > 1 ? t('proofs.pair.resultHidden') : t('proofs.pair.result')}</p>
      </div>
      <Comparison
        snapshot={snapshot}
        second={outputs}
        difference={difference}
        secondName={t('proofs.models.logistic')}
      />
    </>
  );
}

/** One unit of the output layer by itself. */
function unitOf(plan: NetworkPlan, parameters: ArrayLike<number>, unit: number): AffineMap {
  const { inputs, units, kernelOffset, biasOffset } = plan.layers.at(-1) as LayerPlan;
  return {
    inputs,
    units: 1,
    kernel: Float64Array.from(
      { length: inputs },
      (_, i) => parameters[kernelOffset + i * units + unit] as number,
    ),
    bias: Float64Array.of(parameters[biasOffset + unit] as number),
  };
}
