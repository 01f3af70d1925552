/**
 * Why a run fails or crawls, from its loss curve and the health of its layers. Each rule waits until it has seen enough, and names
 * the figure that made it speak.
 */
import { type Experiment, limits } from '../../engine/experiment';
import type { ActivationId } from '../../engine/model/activations';
import { chooseKind, setHiddenActivation, setLoss, setTraining } from '../../store/modelEdits';
import { bestTest, halves, oscillation, recent } from './curve';
import type { Finding, Remedy, Rule } from './finding';
import { neighbourScore } from './neighbours';

function multiplyRate(factor: number): Remedy {
  const words = factor < 1 ? 'remedies.smallerRate' : 'remedies.largerRate';
  const within = (rate: number) => Math.min(Math.max(rate, limits.learningRate[0]), limits.learningRate[1]);
  return {
    words,
    change: (experiment) =>
      setTraining(experiment, {
        learningRate: within(Number((experiment.training.learningRate * factor).toPrecision(6))),
      }),
  };
}

/** Rows that show whether a curve goes up and down. */
const enoughRows = 16;

/** The loss jumps up and down by a good part of itself and gets nowhere. */
export const rateTooLarge: Rule = ({ experiment, rows }) => {
  const seen = recent(rows, 0.5);
  if (seen.length < enoughRows) return [];
  const { turns, size } = oscillation(seen);
  const { before, after } = halves(seen);
  if (turns < 0.4 || size < 0.15 || after < 0.8 * before || after < 0.02) return [];
  return [
    {
      words: 'diagnosis.rateTooLarge',
      kind: 'warning',
      values: { percent: Math.round(100 * size), rate: experiment.training.learningRate },
      remedy: multiplyRate(1 / 10),
    },
  ];
};

/** Updates change the weights by less than this part of their length: nothing will move for a long time. */
const tinyUpdate = 3e-5;
const clearGradient = 1e-2;

export const rateTooSmall: Rule = ({ experiment, rows, health, snapshot }) => {
  const ratios =
    health?.layers.flatMap(({ updateRatio }) => (updateRatio === null ? [] : [updateRatio])) ?? [];
  if (!health || ratios.length === 0 || !snapshot || snapshot.epoch < 3) return [];
  const fastest = Math.max(...ratios);
  const steepest = Math.max(...health.layers.map(({ gradientNorm }) => gradientNorm));
  const first = rows[0]?.trainLoss ?? 0;
  const last = rows.at(-1)?.trainLoss ?? 0;
  if (fastest > tinyUpdate || steepest < clearGradient || last < 0.5 * first) return [];
  return [
    {
      words: 'diagnosis.rateTooSmall',
      kind: 'info',
      values: { ratio: fastest.toExponential(0), rate: experiment.training.learningRate },
      remedy: multiplyRate(10),
    },
  ];
};

/** The first layer's gradient against the last one's: ReLU and tanh of five layers stay above 0.2, sigmoid falls to 0.002. */
const vanished = 2e-2;
const flatActivations: readonly ActivationId[] = ['sigmoid', 'tanh'];

export const vanishingGradient: Rule = ({ experiment: { model }, health, rows }) => {
  const [start, now] = [rows[0], rows.at(-1)];
  // A run that has learnt had gradient enough.
  if (!start || !now || now.epoch < 1 || now.trainLoss < 0.5 * start.trainLoss) return [];
  if (!health || model.hidden.length < 2) return [];
  if (!model.hidden.some(({ activation }) => flatActivations.includes(activation))) return [];
  const [first, last] = [health.layers[0]?.gradientNorm ?? 0, health.layers.at(-1)?.gradientNorm ?? 0];
  if (last === 0 || first > vanished * last) return [];
  return [
    {
      words: 'diagnosis.vanishingGradient',
      kind: 'warning',
      values: { times: orderOf(last / first) },
      remedy: {
        words: 'remedies.reluInside',
        change: (experiment) => setHiddenActivation(experiment, 'relu'),
      },
    },
  ];
};

/** 230 → 200, ∞ stays ∞. */
function orderOf(times: number): string {
  return Number.isFinite(times) ? Number(times.toPrecision(1)).toLocaleString('en') : '∞';
}

const mostlyDead = 0.5;

/** Half of a layer's ReLU units or more answer 0 everywhere and have no gradient to come back by. */
export const deadUnits: Rule = ({ health, network }) => {
  const layer = health?.layers.findIndex(({ dead }) => dead !== null && dead >= mostlyDead) ?? -1;
  const dead = health?.layers[layer]?.dead;
  const units = network.layers[layer]?.units;
  if (!dead || units === undefined || layer === network.layers.length - 1) return [];
  return [
    {
      words: 'diagnosis.deadUnits',
      kind: 'warning',
      values: { n: Math.round(dead * units), units, layer: layer + 1 },
      remedy: {
        words: 'remedies.leakyRelu',
        change: (experiment) => setHiddenActivation(experiment, 'leakyRelu', 'relu'),
      },
    },
  ];
};

/** Epochs and rows after which a curve that stands still has come to its end. */
const patienceEpochs = 40;

/** Whether the training loss has as good as stopped falling. */
function standsStill({ rows }: Parameters<Rule>[0]): boolean {
  const last = rows.at(-1);
  if (!last || last.epoch < patienceEpochs) return false;
  const seen = recent(rows, 0.5);
  if (seen.length < 6) return false;
  const { before, after } = halves(seen);
  return after > 0.97 * before;
}

/** A border that cannot bend, on points whose neighbours know better. */
const worthBending = 0.03;

export const tooLittleCapacity: Rule = (situation) => {
  const { experiment, data, snapshot } = situation;
  const { hidden } = experiment.model;
  const isLinear = hidden.every(({ activation }) => activation === 'linear');
  if (!isLinear || !snapshot?.train || !standsStill(situation)) return [];
  const { score, margin } = neighbourScore(data, experiment.data.task);
  const { accuracy, loss } = snapshot.train;
  const misses =
    accuracy !== null
      ? score - accuracy > worthBending + margin
      : experiment.loss.id === 'squaredError' && score < 0.5 * loss;
  if (!misses) return [];
  const remedy = { words: 'remedies.hiddenLayers', change: bend } as const;
  return accuracy !== null
    ? [
        {
          words: 'diagnosis.lineTooSimple',
          kind: 'info',
          values: { accuracy: Math.round(100 * accuracy), score: Math.round(100 * score) },
          remedy,
        },
      ]
    : [{ words: 'diagnosis.curveTooSimple', kind: 'info', remedy }];
};

/** ReLU hidden layers in place of none, or of linear ones. */
function bend(experiment: Experiment): Experiment {
  const { hidden } = experiment.model;
  return hidden.length === 0 ? chooseKind(experiment, 'network') : setHiddenActivation(experiment, 'relu');
}

/** The loss stands still although the model is far from knowing the answer. */
export const plateau: Rule = (situation) => {
  const { rows, snapshot, experiment } = situation;
  const first = rows[0];
  const last = rows.at(-1);
  if (!first || !last || !snapshot?.train || !standsStill(situation)) return [];
  const poor = snapshot.train.accuracy !== null ? snapshot.train.accuracy < 0.8 : true;
  if (!poor || last.trainLoss < 0.6 * first.trainLoss) return [];
  const isConvex = experiment.model.hidden.length === 0;
  if (isConvex) return [];
  return [
    {
      words: 'diagnosis.plateau',
      kind: 'info',
      values: {
        loss: last.trainLoss.toPrecision(2),
        epochs: Math.round(last.epoch / 2).toLocaleString('en'),
      },
      remedy: multiplyRate(3),
    },
  ];
};

/** The test loss has turned upwards this much while the training loss went on falling. */
const turnedUp = 1.2;
const l2Start = 0.001;

export const overfitting: Rule = ({ experiment, rows }) => {
  const last = rows.at(-1);
  const best = bestTest(rows);
  if (!last || !best || last.testLoss === null || last.epoch < 10) return [];
  const rose = last.testLoss > turnedUp * best.testLoss && last.testLoss - best.testLoss > 0.02;
  const fell = last.trainLoss < 0.9 * best.trainLoss;
  if (!rose || !fell || best.epoch > 0.8 * last.epoch) return [];
  const l2 = Math.min(Math.max(experiment.loss.l2 * 3, l2Start), limits.penalty[1]);
  const finding: Finding = {
    words: 'diagnosis.overfitting',
    kind: 'info',
    values: {
      best: best.testLoss.toPrecision(2),
      epoch: Math.max(1, Math.round(best.epoch)).toLocaleString('en'),
      now: last.testLoss.toPrecision(2),
    },
    remedy: { words: 'remedies.l2', values: { l2 }, change: (next) => setLoss(next, { l2 }) },
  };
  return [finding];
};
