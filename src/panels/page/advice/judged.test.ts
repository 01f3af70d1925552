/**
 * Random experiments, trained for real, and every sentence that is said of them held against something that does not come from its
 * rule: the same run with the remedy, the best that a model of the kind can do, the answers of the units. ADVICE_RUNS sets how many
 * (30 unless it says otherwise), ADVICE_SEED the first of them.
 */
import { expect, test } from 'vitest';
import { networkExperiment } from '../../../../tests/support/testExperiment';
import { film } from '../../../../tests/support/testFilm';
import { type DatasetId, datasets } from '../../../engine/data/datasets';
import { type Experiment, limits } from '../../../engine/experiment';
import type { ActivationId } from '../../../engine/model/activations';
import { forward } from '../../../engine/model/forward';
import { createRandom } from '../../../engine/random';
import type { OptimizerId } from '../../../engine/training/optimizers';
import type { TrainerSnapshot } from '../../../engine/training/trainer';
import { enPages } from '../../../i18n/enPages';
import { choosePreset, setPreset, setStandardize, setTestShare } from '../../../store/dataEdits';
import {
  chooseKind,
  chooseOptimizer,
  setLoss,
  setOutputActivation,
  setTraining,
} from '../../../store/modelEdits';
import type { Finding, Situation } from './finding';
import { findings } from './rules';

const runs = Number(process.env.ADVICE_RUNS ?? 30);
const firstSeed = Number(process.env.ADVICE_SEED ?? 1);

const hiddenActivations: readonly ActivationId[] = ['relu', 'relu', 'tanh', 'sigmoid', 'linear', 'leakyRelu'];
const optimizerIds: readonly OptimizerId[] = ['sgd', 'sgd', 'momentum', 'adam', 'rmsprop', 'adagrad'];

/** An experiment as learners make them, good and bad. */
function experimentOf(seed: number): Experiment {
  const random = createRandom(seed, 77);
  const pick = <T>(from: readonly T[]) => from[random.integer(from.length)] as T;
  const preset = pick(Object.keys(datasets) as DatasetId[]);
  const points = pick([20, 60, 150, 300]);
  const data = setPreset(choosePreset(networkExperiment, preset), { points, seed: 1 + random.integer(50) });
  const scaled = setTestShare(setStandardize(data, random.uniform() < 0.3), pick([0, 0.2, 0.5]));
  const hidden = Array.from({ length: random.integer(4) }, () => ({
    units: pick([1, 2, 4, 8, 16]),
    activation: pick(hiddenActivations),
  }));
  const classifies = scaled.data.task === 'classification';
  const plain = chooseKind(scaled, classifies ? 'softmax' : 'linear');
  const model = { ...(hidden.length > 0 ? scaled : plain).model, hidden, seed: 1 + random.integer(50) };
  const odd =
    random.uniform() < 0.15
      ? setOutputActivation({ ...scaled, model }, pick(['relu', 'linear', 'sigmoid', 'tanh']))
      : { ...scaled, model };
  const lossy = classifies && random.uniform() < 0.15 ? setLoss(odd, { id: 'squaredError' }) : odd;
  return setTraining(chooseOptimizer(lossy, pick(optimizerIds)), {
    learningRate: Number((10 ** (-4 + 5 * random.uniform())).toPrecision(2)),
    batchSize: pick(['all', 10, 32] as const),
  });
}

const updates = 1500;

type Judge = (last: Situation, finding: Finding) => Promise<string | null> | string | null;

const snapshotOf = ({ snapshot }: Situation) => snapshot as TrainerSnapshot;
const lossOf = (situation: Situation) => snapshotOf(situation).train?.loss ?? Number.NaN;
/** Mean loss over the second half of a run: where it goes up and down, the last row is chance. */
const level = ({ rows }: Situation) => {
  const half = rows.filter(({ epoch }) => epoch >= (rows.at(-1)?.epoch ?? 0) / 2);
  return half.reduce((sum, { trainLoss }) => sum + trainLoss, 0) / half.length;
};

async function lastOf(experiment: Experiment, count = updates): Promise<Situation> {
  return (await film(experiment, count)).at(-1) as Situation;
}

/** The remedy makes the same run come lower, at the third time of following it at the latest. */
const remedyLowers: Judge = async (last, { remedy }) => {
  if (!remedy) return null;
  const before = last.diverged ? Number.POSITIVE_INFINITY : level(last);
  const changed = remedy.change(last.experiment);
  const factor = changed.training.learningRate / last.experiment.training.learningRate;
  const levels: number[] = [];
  for (const times of [1, factor, factor ** 2]) {
    const rate = changed.training.learningRate * times;
    if (rate < limits.learningRate[0] || rate > limits.learningRate[1]) break;
    const after = await lastOf(setTraining(changed, { learningRate: rate }), snapshotOf(last).updates);
    levels.push(level(after));
    if (level(after) < 0.998 * before) return null;
  }
  return `${before} before the remedy, ${levels.join()} after it`;
};

/** The best of a model without hidden layers: full batches, scaled inputs, steps that shrink. */
async function bestStraight({ experiment }: Situation): Promise<{ accuracy: number | null; loss: number }> {
  const straight: Experiment = {
    ...setStandardize(experiment, true),
    model: { ...experiment.model, hidden: [] },
  };
  let best = { accuracy: null as number | null, loss: Number.POSITIVE_INFINITY };
  for (const learningRate of [0.3, 0.03]) {
    const spec = setTraining(chooseOptimizer(straight, 'adam'), { learningRate, batchSize: 'all' });
    for (const row of (await lastOf(spec, 4000)).rows) {
      best = {
        accuracy: row.trainAccuracy === null ? null : Math.max(row.trainAccuracy, best.accuracy ?? 0),
        loss: Math.min(row.trainLoss, best.loss),
      };
    }
  }
  return best;
}

/** "A straight border cannot": the best straight one does not come near what the sentence says the neighbours know. */
const straightCannot: Judge = async (last, { values }) => {
  const { accuracy, loss } = await bestStraight(last);
  const score = Number(values?.score);
  if (accuracy === null) return loss > score ? null : `the best straight line has a loss of ${loss}`;
  return 100 * accuracy < score ? null : `the best straight border has ${100 * accuracy} % right`;
};

/** Units that answer 0 to every training point, counted by the float64 forward pass. */
const unitsAreDead: Judge = (last, { values }) => {
  const layer = Number(values?.layer) - 1;
  const { points, split, inputMap } = last.data;
  const width = inputMap.width;
  const inputs = inputMap.fill(points.x1, points.x2);
  const answers = Array.from(split.train, (i) => {
    const own = inputs.subarray(i * width, (i + 1) * width);
    return forward(last.network, snapshotOf(last).parameters, own)[layer]?.outputs as Float64Array;
  });
  const units = last.network.layers[layer]?.units ?? 0;
  const dead = Array.from({ length: units }, (_, u) => answers.every((outputs) => outputs[u] === 0));
  const count = dead.filter(Boolean).length;
  return count === values?.n ? null : `${count} units are dead`;
};

const rateKilledUnits: Judge = async (last, finding) =>
  (await unitsAreDead(last, finding)) ?? remedyLowers(last, finding);

/** Other weights or twice the units do better: the place was not the best there is. */
const thereIsBetter: Judge = async (last) => {
  const { experiment } = last;
  const before = snapshotOf(last).train?.accuracy ?? 0;
  const hidden = experiment.model.hidden.map((layer) => ({
    ...layer,
    units: Math.min(limits.units[1], 2 * layer.units),
  }));
  for (let seed = 1; seed <= 6; seed++) {
    const model = { ...experiment.model, hidden: seed > 3 ? hidden : experiment.model.hidden, seed };
    const other = await lastOf({ ...experiment, model }, 2 * updates);
    if ((other.snapshot?.train?.accuracy ?? 0) > before + 0.03) return null;
  }
  return `nothing better than ${before} was found`;
};

const answersOneClass: Judge = (last, { values }) => {
  const { points, split } = last.data;
  const only = Number(values?.class) - 1;
  const others = split.train.filter((i) => snapshotOf(last).predictions[i] !== only).length;
  const share = split.train.filter((i) => points.y[i] === only).length / split.train.length;
  if (others > 0) return `${others} points are answered otherwise`;
  return Math.round(100 * share) === values?.percent ? null : `it is ${100 * share} %`;
};

const testLossTurned: Judge = ({ rows }) => {
  const losses = rows.map(({ testLoss }) => testLoss ?? Number.POSITIVE_INFINITY);
  const best = losses.indexOf(Math.min(...losses));
  const [then, now] = [rows[best], rows.at(-1)];
  const isSo = then && now && (now.testLoss ?? 0) > (then.testLoss ?? 0) && now.trainLoss < then.trainLoss;
  return isSo ? null : 'the test loss did not turn';
};

/** The first layer's gradient is that small (gradients have tests of their own), and the run with the remedy comes lower. */
const vanishes: Judge = async (last, { remedy }) => {
  const { layers } = last.health ?? { layers: [] };
  const times = (layers.at(-1)?.gradientNorm ?? 0) / (layers[0]?.gradientNorm ?? 1);
  if (!remedy || times < 50) return `it is ${times} times`;
  const after = await lastOf(remedy.change(last.experiment), snapshotOf(last).updates);
  return level(after) < level(last) ? null : `${level(last)} before the remedy, ${level(after)} after it`;
};

const always: Judge = () => null;

const judges: Partial<Record<Finding['words'], Judge>> = {
  'diagnosis.lineTooSimple': straightCannot,
  'diagnosis.linearLayersTooSimple': straightCannot,
  'diagnosis.inputsTooSimple': straightCannot,
  'diagnosis.curveTooSimple': straightCannot,
  'diagnosis.rateTooSmall': remedyLowers,
  'diagnosis.rateTooLarge': remedyLowers,
  'diagnosis.rateLossRose': remedyLowers,
  'diagnosis.rateUpdatesKilled': rateKilledUnits,
  'diagnosis.rateUnitsDied': rateKilledUnits,
  'diagnosis.deadUnits': unitsAreDead,
  'diagnosis.flatPlace': thereIsBetter,
  'diagnosis.largestClassOnly': answersOneClass,
  'diagnosis.overfitting': testLossTurned,
  'diagnosis.vanishingGradient': vanishes,
  'diagnosis.unscaledInputs': (last) =>
    last.experiment.data.standardize ? 'the inputs are standardised' : null,
  'diagnosis.largeInputs': (last) =>
    last.experiment.data.standardize ? 'the inputs are standardised' : null,
  'diagnosis.noTestPoints': ({ data }) => (data.split.test.length === 0 ? null : 'there are test points'),
  'diagnosis.contradictions': always,
  'diagnosis.lossWithoutAccuracy': (last) =>
    lossOf(last) < 0.06 && (last.snapshot?.train?.accuracy ?? 1) < 0.91 ? null : 'loss and accuracy agree',
};

/** What holds of every sentence: its remedy does something, and it speaks of no loss that is not there. */
function general({ experiment }: Situation, { words, remedy }: Finding): string | null {
  if (remedy && JSON.stringify(remedy.change(experiment)) === JSON.stringify(experiment)) {
    return 'the remedy changes nothing';
  }
  const [section, key] = words.split('.') as [string, string];
  const text = (enPages as unknown as Record<string, Record<string, string>>)[section]?.[key] ?? '';
  const offersIt = key === 'squaredErrorForClasses';
  if (experiment.loss.id === 'squaredError' && !offersIt && /cross-entropy|logarithm/i.test(text)) {
    return 'the loss is squared error';
  }
  return text === '' ? 'there are no words' : null;
}

/** Sentences that contradict one another. */
function contradictory(said: readonly Finding[]): string | null {
  const has = (pattern: RegExp) => said.some(({ words }) => pattern.test(words));
  const rate = has(/rateTooSmall/) && has(/rateTooLarge|rateLossRose|rateUnitsDied|rateUpdatesKilled/);
  return rate ? 'the rate is too small and too large' : null;
}

async function judge(seed: number): Promise<{ said: Finding['words'][]; wrong: string[] }> {
  const experiment = experimentOf(seed);
  const last = await lastOf(experiment);
  const said = findings(last);
  const wrong: string[] = [];
  const note = (words: string, why: string | null, values = '') => {
    if (why) wrong.push([seed, words, values, why, JSON.stringify(experiment)].join(' '));
  };
  note('all', contradictory(said));
  for (const finding of said) {
    note(finding.words, general(last, finding));
    const why = (await judges[finding.words]?.(last, finding)) ?? null;
    note(finding.words, why, JSON.stringify(finding.values ?? {}));
  }
  if (last.diverged) {
    const other = said.filter(({ words }) =>
      /TooSimple|flatPlace|overfitting|deadUnits|vanishing/.test(words),
    );
    note('after a blow-up', other.length > 0 ? other.map(({ words }) => words).join() : null);
  }
  return { said: said.map(({ words }) => words), wrong };
}

test(
  `nothing that is said of ${runs} random experiments is false`,
  async () => {
    const counts = new Map<string, number>();
    const wrong: string[] = [];
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const judged = await judge(seed);
      wrong.push(...judged.wrong);
      for (const words of judged.said) counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    if (process.env.ADVICE_RUNS) console.log(Object.fromEntries(counts));
    expect(wrong).toEqual([]);
    // A generator that makes no mistakes would let every rule pass.
    if (runs >= 30) expect(counts.size).toBeGreaterThan(3);
  },
  60_000 + 20_000 * runs,
);
