/** Regression targets so far from what a fresh output says that descent cannot get there at this rate, or is thrown off by the errors. */
import type { PreparedData } from '../../../engine/data/prepareData';
import type { Experiment } from '../../../engine/experiment';
import { importPoints, ownSource } from '../../../store/dataEdits';
import { startAndNow } from './curve';
import type { AdviceRule, Finding, Remedy, Situation } from './finding';
import { lossRose } from './rateRules';
import { spoken } from './spoken';

/** Root mean square of targets that weights of about 1 do not reach, and the part of it at which an output has got there. */
const farTargets = 100;
const onItsWay = 0.5;
const stillHigh = 0.5;
const enoughUpdates = 20;

export const targetsFar: AdviceRule = (situation) => {
  const { experiment, data, snapshot, diverged } = situation;
  if (experiment.data.task !== 'regression' || !snapshot) return [];
  const size = rootMeanSquare(data.points.y, data.split.train);
  if (size < farTargets) return [];
  const remedy = largerUnit(size);
  const targets = spoken(size);
  if (diverged || lossRose(situation).length > 0) {
    return [{ words: 'diagnosis.targetsThrowOff', kind: 'warning', values: { targets }, remedy }];
  }
  return creeps(situation, size) ? [creeping(situation, size, remedy)] : [];
};

function creeps(situation: Situation, size: number): boolean {
  const { data, snapshot } = situation;
  const losses = startAndNow(situation);
  if (!snapshot || snapshot.updates < enoughUpdates || !losses) return false;
  const reached = rootMeanSquare(snapshot.predictions, data.split.train);
  return reached < onItsWay * size && losses.now > stillHigh * losses.start;
}

function creeping({ data, snapshot, experiment }: Situation, size: number, remedy: Remedy): Finding {
  const reached = rootMeanSquare(snapshot?.predictions ?? [], data.split.train);
  return {
    words: 'diagnosis.targetsFar',
    kind: 'warning',
    values: {
      targets: spoken(size),
      reached: spoken(reached),
      epochs: spoken(snapshot?.epoch ?? 0, 3),
      rate: spoken(snapshot?.learningRate ?? experiment.training.learningRate),
    },
    remedy,
  };
}

/** Counts the targets in units of the power of ten that makes them about 1; thousands, say, in place of single ones. */
function largerUnit(size: number): Remedy {
  const unit = 10 ** Math.floor(Math.log10(size));
  return {
    words: 'remedies.largerUnit',
    values: { unit: spoken(unit) },
    change: (experiment) => divideTargets(experiment, unit),
    startsAgain: true,
  };
}

function divideTargets(experiment: Experiment, unit: number): Experiment {
  const { task, inputs, plane } = experiment.data;
  const { x1, x2, y } = ownSource(experiment.data);
  const divided = (value: number) => Number((value / unit).toPrecision(12));
  // With one input the height of the plane is the target.
  const range = inputs === 1 ? { ...plane, y: [divided(plane.y[0]), divided(plane.y[1])] as const } : plane;
  return importPoints(experiment, { task, inputs, plane: range, x1, x2, y: y.map(divided) });
}

function rootMeanSquare(values: ArrayLike<number>, of: PreparedData['split']['train']): number {
  let sum = 0;
  for (const i of of) sum += (values[i] ?? 0) ** 2;
  return of.length === 0 ? 0 : Math.sqrt(sum / of.length);
}
