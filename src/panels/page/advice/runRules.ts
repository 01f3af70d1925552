/**
 * Why a run fails, from its loss curve and the health of its layers, when it is not the rate. Each rule waits until it has seen
 * enough, and names the figure that made it speak.
 */
import { type Experiment, limits } from '../../../engine/experiment';
import { activations } from '../../../engine/model/activations';
import {
  chooseKind,
  nextSeed,
  setHiddenActivation,
  setPenalties,
  setWeightSeed,
} from '../../../store/modelEdits';
import { bestTest, halves, hasLearnt, recent, standsStill, startAndNow, untouched } from './curve';
import type { AdviceRule, Finding, Remedy, Situation } from './finding';
import { neighbourScore } from './neighbourScore';
import { deadLayer } from './rateRules';
import { boldestUpdate, slopeOf } from './slope';
import { spoken } from './spoken';

const percent = (share: number) => Math.round(100 * share);

/** The first layer's gradient against the last one's: ReLU and tanh of five layers stay above 0.2, sigmoid falls to 0.002. */
const vanished = 2e-2;
/** The same before the first update, where chance has more of a say. */
const vanishedAtFirst = 0.1;
/** Slopes of units that are not saturated leave more than this part of a gradient, in any layers. */
const saturated = 1e-9;

export const vanishingGradient: AdviceRule = (situation) => {
  const { experiment, health, rows } = situation;
  const losses = startAndNow(situation);
  // A run that has learnt had gradient enough.
  if (!losses || (rows.at(-1)?.epoch ?? 0) < 1 || losses.now < 0.5 * losses.start) return [];
  const { hidden } = experiment.model;
  if (!health || hidden.length < 2) return [];
  if (!hidden.some(({ activation }) => activations[activation].flat === 'both')) return [];
  const [first, last] = [health.layers[0]?.gradientNorm ?? 0, health.layers.at(-1)?.gradientNorm ?? 0];
  // 0 is a layer of dead units on the way, and next to it units that large steps have saturated: no product of small slopes.
  if (last === 0 || first > vanished * last || first < saturated * last) return [];
  // Slopes that were steep at first have been flattened by large steps.
  const begun = situation.healthRows[0]?.gradientNorms ?? [];
  if ((begun[0] ?? 0) > vanishedAtFirst * (begun.at(-1) ?? 0)) return [];
  return [
    {
      words: 'diagnosis.vanishingGradient',
      kind: 'warning',
      values: { times: spoken(last / first, 1) },
      remedy: { words: 'remedies.reluInside', change: (next) => setHiddenActivation(next, 'relu') },
    },
  ];
};

const enoughUpdates = 20;

/** ReLU units that died although no update was large. */
export const deadUnits: AdviceRule = (situation) => {
  const dead = deadLayer(situation);
  // Before the first updates, and where the others do, nothing is lost.
  const hasBegun = (situation.snapshot?.updates ?? 0) >= enoughUpdates;
  if (!dead || !hasBegun || hasLearnt(situation)) return [];
  const { layer, n, units } = dead;
  return [
    {
      words: 'diagnosis.deadUnits',
      kind: 'warning',
      values: { n, units, layer: layer + 1 },
      remedy: {
        words: 'remedies.leakyRelu',
        change: (next) => setHiddenActivation(next, 'leakyRelu', 'relu'),
      },
    },
  ];
};

/** A gradient of at most this part of its greatest, or this size, is that of a minimum or a flat place. */
const flatPart = 0.1;
const flatSize = 0.03;

function isFlat(situation: Situation): boolean {
  const slope = slopeOf(situation);
  return slope !== null && (slope.now <= flatPart * slope.steepest || slope.now <= flatSize);
}

/** What a model gains, at least, that does as well as the neighbours of the points. */
const worthBending = 0.03;

/** What the neighbours of the points get right, where it is more than chance may explain; null otherwise. */
function betterShare({ data, experiment, snapshot }: Situation): number | null {
  const accuracy = snapshot?.train?.accuracy ?? null;
  if (accuracy === null) return null;
  const { score, asked } = neighbourScore(data, experiment.data.task);
  // Two standard errors of a difference of shares.
  const margin = 2 * Math.sqrt((score * (1 - score) + accuracy * (1 - accuracy)) / asked);
  return score - accuracy > worthBending + margin ? score : null;
}

/** A layer of fewer units than it would take to carry all inputs or outputs narrows a linear model to less than a straight border. */
function hasBottleneck({ network: { layers } }: Situation): boolean {
  const least = Math.min(layers[0]?.inputs ?? 1, (layers.at(-1)?.units ?? 1) - 1);
  return layers.slice(0, -1).some(({ units }) => units < least);
}

function isLinear({ model: { hidden } }: Experiment): boolean {
  return hidden.every(({ activation }) => activation === 'linear');
}

/** ReLU hidden layers in place of none, or of linear ones. */
const bend: Remedy = {
  words: 'remedies.hiddenLayers',
  change: (experiment) =>
    experiment.model.hidden.length === 0
      ? chooseKind(experiment, 'network')
      : setHiddenActivation(experiment, 'relu'),
};

/** A share of the largest class this far above that of equal classes. */
const lopsided = 1.2;
const patienceEpochs = 10;

/** Every answer has been the largest class for half of the run, while the loss hardly falls. */
export const largestClassOnly: AdviceRule = (situation) => {
  const { experiment, data, snapshot } = situation;
  const seen = recent(untouched(situation), 0.5);
  if (experiment.data.task !== 'classification' || !snapshot || snapshot.epoch < patienceEpochs) return [];
  const only = onlyAnswer(situation);
  if (only === null || seen.length < 4) return [];
  const members = data.split.train.reduce((n, i) => n + (data.points.y[i] === only ? 1 : 0), 0);
  const share = members / data.split.train.length;
  if (share * experiment.data.classes < lopsided) return [];
  if (!seen.every(({ trainAccuracy }) => trainAccuracy !== null && Math.abs(trainAccuracy - share) < 1e-6))
    return [];
  const { before, after } = halves(seen);
  if (after < 0.9 * before) return [];
  const canBend = isLinear(experiment) && betterShare(situation) !== null;
  return [
    {
      words: 'diagnosis.largestClassOnly',
      kind: 'warning',
      values: { percent: percent(share) },
      classIndex: only,
      ...(canBend ? { remedy: bend } : {}),
    },
  ];
};

/** The class that all training points are taken for; null where they are taken for several. */
function onlyAnswer({ data, snapshot }: Situation): number | null {
  const [first, ...others] = data.split.train;
  const answer = first === undefined ? undefined : snapshot?.predictions[first];
  if (answer === undefined || others.some((i) => snapshot?.predictions[i] !== answer)) return null;
  return answer;
}

/** A network that has come to rest in a flat place although the points can be told apart better. */
const flatPlacePart = 0.05;
const flatPlaceSize = 0.02;
const poorAccuracy = 0.9;
/** An update that changes a layer's weights by this part of their size. */
const wildUpdate = 1;

export const flatPlace: AdviceRule = (situation) => {
  const { experiment, data, snapshot, rows } = situation;
  const slope = slopeOf(situation);
  const accuracy = snapshot?.train?.accuracy ?? null;
  // A layer of dead units is a cause of its own.
  if (isLinear(experiment) || !slope || accuracy === null || accuracy > poorAccuracy || deadLayer(situation))
    return [];
  if (!standsStill(situation) || slope.now > flatPlacePart * slope.steepest) return [];
  // Large steps move weights to where units saturate: such a place is not a minimum that descent has reached.
  if (slope.now > flatPlaceSize || slope.now < saturated * slope.steepest) return [];
  if (experiment.model.hidden.some((_, layer) => boldestUpdate(situation.healthRows, layer) > wildUpdate))
    return [];
  // With so few points no neighbour can be asked; each point can be told from the others.
  const isFew = Number.isNaN(neighbourScore(data, experiment.data.task).score);
  if (!isFew && betterShare(situation) === null) return [];
  const last = rows.at(-1);
  return [
    {
      words: 'diagnosis.flatPlace',
      kind: 'warning',
      values: {
        loss: spoken(last?.trainLoss ?? 0),
        epochs: spoken((last?.epoch ?? 0) / 2, 2),
        accuracy: percent(accuracy),
        gradient: spoken(slope.now),
      },
      remedy: {
        words: 'remedies.newWeights',
        change: (next) => setWeightSeed(next, nextSeed(next.model.seed)),
      },
    },
  ];
};

/** A border that cannot bend, at its minimum, on points whose neighbours know better. */
export const tooLittleCapacity: AdviceRule = (situation) => {
  const { experiment, snapshot } = situation;
  if (!isLinear(experiment) || hasBottleneck(situation) || !snapshot?.train) return [];
  if (!standsStill(situation) || !isFlat(situation)) return [];
  const score = betterShare(situation);
  if (snapshot.train.accuracy === null) return curveTooSimple(situation);
  if (score === null) return [];
  const values = { accuracy: percent(snapshot.train.accuracy), score: percent(score) };
  return [{ words: borderWords(experiment), kind: 'info', values, remedy: bend }];
};

function borderWords({ model, data }: Experiment): Finding['words'] {
  if (model.hidden.length > 0) return 'diagnosis.linearLayersTooSimple';
  const isStraight = data.features.every((id) => id === 'x1' || id === 'x2');
  return isStraight ? 'diagnosis.lineTooSimple' : 'diagnosis.inputsTooSimple';
}

const curveTooSimple: AdviceRule = ({ experiment, data, snapshot }) => {
  const { score } = neighbourScore(data, experiment.data.task);
  const loss = snapshot?.train?.loss ?? 0;
  if (experiment.loss.id !== 'squaredError' || !(score < 0.5 * loss)) return [];
  const values = { loss: spoken(loss), score: spoken(score) };
  return [{ words: 'diagnosis.curveTooSimple', kind: 'info', values, remedy: bend }];
};

/** The test loss has turned upwards this much while the training loss went on falling. */
const turnedUp = 1.2;
/** … and by this part of where it began: less is a point or two. */
const worthSaying = 0.1;
const l2Start = 0.001;
/** The best test loss must be older than this part of the run. */
const longAgo = 0.5;

/** Only where the film would have ended: before that, a test loss may yet come down again. */
export const overfitting: AdviceRule = (situation) => {
  const { experiment, settled } = situation;
  const rows = untouched(situation);
  const last = rows.at(-1);
  const best = bestTest(rows);
  if (!settled || !last || !best || last.testLoss === null) return [];
  const start = situation.rows[0]?.testLoss ?? 0;
  const rose =
    last.testLoss > turnedUp * best.testLoss && last.testLoss - best.testLoss > worthSaying * start;
  const fell = last.trainLoss < 0.9 * best.trainLoss;
  if (!rose || !fell || best.epoch > longAgo * last.epoch) return [];
  const l2 = experiment.loss.l2 === 0 ? l2Start : Number((3 * experiment.loss.l2).toPrecision(6));
  const remedy: Remedy = {
    words: 'remedies.l2',
    values: { l2: spoken(l2) },
    change: (next) => setPenalties(next, { l2 }),
  };
  return [
    {
      words: 'diagnosis.overfitting',
      kind: 'info',
      values: {
        best: spoken(best.testLoss),
        epoch: spoken(Math.max(1, Math.round(best.epoch)), 3),
        now: spoken(last.testLoss),
      },
      ...(l2 <= limits.penalty[1] ? { remedy } : {}),
    },
  ];
};
