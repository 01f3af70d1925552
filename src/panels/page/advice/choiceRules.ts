/** Choices of output, loss, hidden activations and initialiser that do not suit the task: `advice` as findings. */
import { outputActivations } from '../../../engine/model/activations';
import { initializers } from '../../../engine/model/initializers';
import { losses } from '../../../engine/model/losses';
import { chooseLoss, setInitializer, setOutputActivation } from '../../../store/modelEdits';
import { type AdvisedChange, adviceFor, probabilities } from './advice';
import type { AdviceRule, Finding, Remedy, Situation } from './finding';
import { spoken } from './spoken';

/** Certain to fail in every run: with the figures of the run, where it shows them. */
export const choicesThatCannotWork: AdviceRule = (situation) => [
  ...lossWithoutAccuracy(situation),
  ...advised(situation, 'warning'),
];

/** What also works, but is worth a thought before the run; after that the run speaks for itself. */
export const choicesToThinkAbout: AdviceRule = (situation) =>
  (situation.snapshot?.updates ?? 0) === 0 ? advised(situation, 'info') : [];

function advised({ experiment, data }: Situation, kind: Finding['kind']): Finding[] {
  const activation = outputActivations[experiment.model.outputActivation].name;
  return adviceFor(experiment, data.points.y)
    .filter((advice) => advice.kind === kind)
    .map(({ key, remedy }) => ({
      words: `advice.${key}`,
      kind,
      values: { activation },
      ...(remedy ? { remedy: remedyOf(remedy) } : {}),
    }));
}

const asGoodAsZero = 0.05;
const poorAccuracy = 0.9;

/** Cross-entropy looks at the output of the true class alone: where nothing makes the outputs compete, all of them grow. */
const lossWithoutAccuracy: AdviceRule = ({ experiment: { data, model, loss }, snapshot }) => {
  const accuracy = snapshot?.train?.accuracy ?? null;
  const competes = model.outputActivation === 'softmax' || data.classes === 2;
  if (loss.id !== 'categoricalCrossentropy' || competes || !snapshot?.train || accuracy === null) return [];
  if (snapshot.train.loss > asGoodAsZero || accuracy > poorAccuracy) return [];
  return [
    {
      words: 'diagnosis.lossWithoutAccuracy',
      kind: 'warning',
      values: {
        loss: spoken(snapshot.train.loss),
        accuracy: Math.round(100 * accuracy),
        activation: outputActivations[model.outputActivation].name,
      },
      remedy: remedyOf(probabilities(data)),
    },
  ];
};

function remedyOf({ outputActivation, loss, initializer }: AdvisedChange): Remedy {
  return {
    words: 'remedies.use',
    values: { name: nameOf({ outputActivation, loss, initializer }) },
    change: (experiment) => {
      const output = outputActivation ? setOutputActivation(experiment, outputActivation) : experiment;
      const weights = initializer ? setInitializer(output, initializer) : output;
      return loss ? chooseLoss(weights, loss) : weights;
    },
  };
}

function nameOf({
  outputActivation,
  loss,
  initializer,
}: { [Key in keyof AdvisedChange]: AdvisedChange[Key] | undefined }) {
  if (outputActivation) return outputActivations[outputActivation].name;
  return initializer ? initializers[initializer].name : losses[loss ?? 'squaredError'].name;
}
