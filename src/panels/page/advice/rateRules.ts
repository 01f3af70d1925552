/** A learning rate that is too large or too small for the run, each by what it did: figures of the loss, the gradient and the updates. */
import { limits } from '../../../engine/experiment';
import { setTraining } from '../../../store/modelEdits';
import { halves, hasLearnt, middle, oscillation, recent, startAndNow, untouched } from './curve';
import type { AdviceRule, Finding, Remedy, Situation } from './finding';
import { boldestUpdate, slopeOf } from './slope';
import { spoken } from './spoken';

/** The first of some factors that keeps the rate within its limits; no remedy where none does. */
function multiplyRate(
  { experiment: { training } }: Situation,
  factors: readonly number[],
  words: Remedy['words'],
): { readonly remedy?: Remedy } {
  const [least, most] = limits.learningRate;
  const times = (factor: number) => Number((training.learningRate * factor).toPrecision(6));
  const factor = factors.find((tried) => times(tried) >= least && times(tried) <= most);
  if (factor === undefined) return {};
  const change: Remedy['change'] = (next) => setTraining(next, { learningRate: times(factor) });
  const values = { factor: Math.round(Math.max(factor, 1 / factor)) };
  // Smaller steps do not bring back weights that a large step has moved far away.
  return { remedy: { words, values, change, ...(factor < 1 ? { startsAgain: true } : {}) } };
}

function tooLarge(
  situation: Situation,
  words: Finding['words'],
  values: NonNullable<Finding['values']>,
  isGross: boolean,
): Finding[] {
  const rate = spoken(situation.snapshot?.learningRate ?? situation.experiment.training.learningRate);
  const factors = isGross ? [1 / 10, 1 / 3] : [1 / 3];
  const { remedy } = multiplyRate(situation, factors, 'remedies.smallerRate');
  return [{ words, kind: 'warning', values: { rate, ...values }, ...(remedy ? { remedy } : {}) }];
}

/** Too large by the gravest sign there is: units that died, a loss that rose, a loss that goes up and down. */
export const rateTooLarge: AdviceRule = (situation) => {
  for (const sign of [unitsDied, lossRose, lossOscillates]) {
    const found = sign(situation);
    if (found.length > 0) return found;
  }
  return [];
};

/** The loss of untouched training, where it began and where it was highest. */
function rise(situation: Situation): { start: number; peak: number; now: number } | null {
  const rows = untouched(situation);
  const [first, begun, last] = [situation.rows[0], rows[0], rows.at(-1)];
  if (!first || !begun || !last || begun === last) return null;
  const start = Math.max(first.trainLoss, begun.trainLoss);
  const peak = rows.reduce((most, { trainLoss }) => Math.max(most, trainLoss), 0);
  return { start, peak, now: last.trainLoss };
}

/** A peak of so many times the start; a run has recovered that lies and has lain below a part of it again, the larger, the calmer it is. */
const risen = 2;
const farRisen = 5;
const recovered = 0.6;
const recoveredWildly = 0.5;
const recoveredCalmly = 0.9;
/** Mean step of the curve in parts of the loss. */
const calm = 0.05;
const wild = 0.25;
/** A gradient of at most this part of its greatest. */
const atMinimum = 0.01;

export const lossRose: AdviceRule = (situation) => {
  const losses = rise(situation);
  if (!losses) return [];
  const { start, peak, now } = losses;
  const seen = recent(untouched(situation), 0.5);
  if (!(peak > risen * start) || Math.max(middle(seen), now) < recoveredPart(situation) * start) return [];
  const values = { start: spoken(start), peak: spoken(peak), now: spoken(now) };
  return tooLarge(situation, 'diagnosis.rateLossRose', values, peak > farRisen * start);
};

/** Below which part of its start the loss must lie again, before a peak on the way is forgotten. */
function recoveredPart(situation: Situation): number {
  const { model } = situation.experiment;
  const { size } = oscillation(recent(untouched(situation), 0.5));
  if (size >= calm) return size < wild ? recovered : recoveredWildly;
  if (model.hidden.length > 0) return recoveredCalmly;
  // Without hidden layers there is one minimum, however high it lies: where the gradient is next to nothing, the run is there.
  const slope = slopeOf(situation);
  return slope !== null && slope.now <= atMinimum * slope.steepest ? Number.POSITIVE_INFINITY : 1;
}

/** Half of a layer's units or more, and an update that changed this part of its weights or raised the loss. */
const mostlyDead = 0.5;
const boldUpdate = 0.25;

/** A layer whose ReLU units have mostly died: they answer 0 to every point and have no gradient to come back by. */
export function deadLayer({
  health,
  network,
}: Situation): { layer: number; n: number; units: number } | null {
  const layer = health?.layers.findIndex(({ dead }) => dead !== null && dead >= mostlyDead) ?? -1;
  const dead = health?.layers[layer]?.dead;
  const units = network.layers[layer]?.units;
  if (!dead || units === undefined || layer === network.layers.length - 1) return null;
  return { layer, n: Math.round(dead * units), units };
}

const unitsDied: AdviceRule = (situation) => {
  const dead = deadLayer(situation);
  if (!dead || hasLearnt(situation)) return [];
  const { layer, n, units } = dead;
  const losses = rise(situation);
  if (losses && losses.peak > risen * losses.start) {
    const values = { n, units, layer: layer + 1, start: spoken(losses.start), peak: spoken(losses.peak) };
    return tooLarge(situation, 'diagnosis.rateUnitsDied', values, true);
  }
  const since = situation.healthRows.filter(({ epoch }) => epoch >= situation.untouchedSince);
  const boldest = boldestUpdate(since, layer);
  // Units that are left may do well, and died of what made them so.
  if (boldest < boldUpdate || (losses && losses.now < recoveredWildly * losses.start)) return [];
  const values = { n, units, layer: layer + 1, percent: spoken(100 * boldest) };
  return tooLarge(situation, 'diagnosis.rateUpdatesKilled', values, true);
};

/** Rows that show whether a curve goes up and down, and how much of the start such a loss still is. */
const enoughRows = 16;
const worthSaying = 0.1;

const lossOscillates: AdviceRule = (situation) => {
  const seen = recent(untouched(situation), 0.5);
  if (seen.length < enoughRows) return [];
  const { turns, size } = oscillation(seen);
  const { before, after } = halves(seen);
  const start = situation.rows[0]?.trainLoss ?? 0;
  if (turns < 0.4 || size < 0.15 || after < 0.8 * before || after < worthSaying * start) return [];
  const values = { percent: spoken(100 * size) };
  return tooLarge(situation, 'diagnosis.rateTooLarge', values, size > 0.5);
};

/** An update that changes less than this part of the weights; the gradient it leaves as good as it was, and the loss, too. */
const tinyUpdate = 1e-3;
const clearGradient = 1e-2;
const asSteepAsEver = 0.8;
const littleFall = 0.85;
const enoughUpdates = 20;

export const rateTooSmall: AdviceRule = (situation) => {
  const { health, snapshot } = situation;
  const slope = slopeOf(situation);
  const losses = startAndNow(situation);
  if (!health || !slope || !losses || !snapshot || snapshot.updates < enoughUpdates) return [];
  const fastest = Math.max(...health.layers.map(({ updateRatio }) => updateRatio ?? Number.NaN));
  // 0 where all weights are frozen.
  if (!(fastest > 0 && fastest < tinyUpdate)) return [];
  if (slope.now < clearGradient || slope.now < asSteepAsEver * slope.steepest) return [];
  const { start, now } = losses;
  if (now > start || now < littleFall * start) return [];
  const { remedy } = multiplyRate(situation, [10, 3], 'remedies.largerRate');
  return [
    {
      words: 'diagnosis.rateTooSmall',
      kind: 'warning',
      values: {
        rate: spoken(snapshot.learningRate),
        start: spoken(start, 3),
        now: spoken(now, 3),
        epochs: spoken(snapshot.epoch, 3),
        gradient: spoken(slope.now),
      },
      ...(remedy ? { remedy } : {}),
    },
  ];
};
