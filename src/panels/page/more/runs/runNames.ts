/**
 * What kept runs are called: by the learner, or else by what they are, with what sets them apart from an earlier one of the same
 * model and optimiser. Names follow the language of the page.
 */

import type { Experiment, HiddenLayer } from '../../../../engine/experiment';
import type { KeptRun } from '../../../../engine/keptRun';
import { activations, outputActivations } from '../../../../engine/model/activations';
import { optimizers } from '../../../../engine/training/optimizers';
import { said } from '../../../../i18n/localized';
import { differences } from '../../../../store/differences';
import { modelKindOf } from '../../../../store/modelEdits';
import type { Words } from '../../../shared/punctuation';
import { figureText, settingText, valueText } from '../../../shared/race/settingWords';

/** Most differences in a name. */
const mostDifferences = 2;
/** More layers of one size are counted instead of listed. */
const mostListed = 4;

/** The name of every run, by its id. Runs come in the order they were kept. */
export function runNames(runs: readonly KeptRun[], words: Words): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Set(runs.flatMap(({ name }) => name ?? []));
  const firsts = new Map<string, Experiment>();
  for (const run of runs) {
    const short = shortName(run.experiment, words);
    const first = firsts.get(short);
    if (!first) firsts.set(short, run.experiment);
    names.set(run.id, run.name ?? distinct(automaticName(run, short, first, words), used));
  }
  return names;
}

function automaticName(
  { experiment, isAutomatic, rows }: KeptRun,
  short: string,
  first: Experiment | undefined,
  words: Words,
): string {
  const apart = first ? differences(experiment, first).slice(0, mostDifferences) : [];
  const parts = apart.map(({ setting, value }) =>
    value ? `${settingText(words, setting)} ${valueText(words, value)}` : words.t('runs.points'),
  );
  const name = [short, ...parts].join(' · ');
  return isAutomatic ? words.t('runs.until', { name, epoch: figureText(rows.at(-1)?.epoch ?? 0) }) : name;
}

/** Adds a number to a name that is taken, and takes it. */
function distinct(name: string, used: Set<string>): string {
  let free = name;
  for (let n = 2; used.has(free); n++) free = `${name} (${n})`;
  used.add(free);
  return free;
}

/** Model, optimiser and learning rate: “8-8 ReLU · Adam 0.01”. */
function shortName(experiment: Experiment, words: Words): string {
  const { optimizer, learningRate } = experiment.training;
  const descent = `${said(optimizers[optimizer.id].name, words.locale)} ${figureText(learningRate)}`;
  return `${modelName(experiment, words)} · ${descent}`;
}

function modelName(experiment: Experiment, { t, locale }: Words): string {
  const { hidden, outputActivation } = experiment.model;
  const kind = modelKindOf(experiment);
  if (hidden.length === 0) {
    return kind ? t(`model.${kind}`) : said(outputActivations[outputActivation].name, locale);
  }
  const used = new Set(hidden.map(({ activation }) => activation));
  const shown = used.size === 1 ? [...used] : hidden.map(({ activation }) => activation);
  return `${layersName(hidden)} ${shown.map((id) => said(activations[id].name, locale)).join('-')}`;
}

function layersName(hidden: readonly HiddenLayer[]): string {
  const sizes = new Set(hidden.map(({ units }) => units));
  if (hidden.length > mostListed && sizes.size === 1) return `${hidden.length} × ${[...sizes].join('')}`;
  return hidden.map(({ units }) => units).join('-');
}
