/** Choices of output, loss, hidden activations and initialiser that do not suit the task: `advice` as findings. */
import { outputActivations } from '../../engine/model/activations';
import { losses } from '../../engine/model/losses';
import { setLoss, setOutputActivation } from '../../store/modelEdits';
import { type Advice, adviceFor } from './advice';
import type { Finding, Remedy, Rule } from './finding';

export const unsuitedChoices: Rule = ({ experiment, data }) => {
  const activation = outputActivations[experiment.model.outputActivation].name;
  return adviceFor(experiment, data.points.y).map(
    ({ key, kind, remedy }): Finding => ({
      words: `advice.${key}`,
      kind,
      values: { activation },
      ...(remedy ? { remedy: remedyOf(remedy) } : {}),
    }),
  );
};

function remedyOf({ outputActivation, loss }: NonNullable<Advice['remedy']>): Remedy {
  const name = outputActivation
    ? outputActivations[outputActivation].name
    : losses[loss ?? 'squaredError'].name;
  return {
    words: 'remedies.use',
    values: { name },
    change: (experiment) => {
      const withOutput = outputActivation ? setOutputActivation(experiment, outputActivation) : experiment;
      return loss ? setLoss(withOutput, { id: loss }) : withOutput;
    },
  };
}
