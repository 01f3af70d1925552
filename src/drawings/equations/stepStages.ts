/** One update as numbered stages: forward layer by layer, the loss, back again, what is done to the gradient, and the rule. */
import { backwardStage, clipStage, frozenStage, penaltyStage } from './backwardStages';
import { forwardStage, inputStage, lossStage } from './forwardStages';
import type { EquationStage, StepFacts } from './stage';
import { updateStage } from './updateStages';

/** Made when it is looked at: a mini-batch of many points has many numbers. */
export type StageMaker = () => EquationStage;

export function stepStages(facts: StepFacts): StageMaker[] {
  const { experiment, plan, frozen } = facts;
  const { l1, l2 } = experiment.loss;
  const { clipNorm } = experiment.training;
  const layers = plan.layers.map((_, layer) => layer);
  return [
    () => inputStage(facts),
    ...layers.map((layer) => () => forwardStage(facts, layer)),
    () => lossStage(facts),
    ...[...layers].reverse().map((layer) => () => backwardStage(facts, layer)),
    ...(l1 > 0 || l2 > 0 ? [() => penaltyStage(facts)] : []),
    ...(frozen ? [() => frozenStage(facts)] : []),
    ...(clipNorm === null ? [] : [() => clipStage(facts, clipNorm)]),
    ...layers.map((layer) => () => updateStage(facts, layer)),
  ];
}
