/** In which settings two experiments differ: one table of everything a learner can set, with its names from the registries. */
import { datasets } from '../engine/data/datasets';
import { features } from '../engine/data/features';
import { type Experiment, type OwnSource, pointCount } from '../engine/experiment';
import { activations, outputActivations } from '../engine/model/activations';
import { initializers } from '../engine/model/initializers';
import { losses } from '../engine/model/losses';
import type { Hyperparameter, HyperparameterValues } from '../engine/training/hyperparameter';
import { optimizers } from '../engine/training/optimizers';
import { schedules } from '../engine/training/schedules';
import type { Localized } from '../i18n/localized';
import { type TaskChoice, taskChoiceOf } from './dataEdits';

/** What a setting is set to, ready to be put into words. */
export type SettingValue =
  | { readonly kind: 'names'; readonly names: readonly Localized[] }
  | { readonly kind: 'figure'; readonly figure: number }
  | { readonly kind: 'share'; readonly share: number }
  /** The same in every language: 8-8, x₁ x₂. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'task'; readonly task: TaskChoice }
  | { readonly kind: 'word'; readonly word: 'on' | 'off' | 'all' | 'own' | 'noLayers' };

interface Setting {
  readonly id: string;
  /** Answers undefined where the experiment has no such setting. */
  readonly read: (experiment: Experiment) => SettingValue | undefined;
}

const figure = (value: number | null): SettingValue =>
  value === null ? { kind: 'word', word: 'off' } : { kind: 'figure', figure: value };
const named = ({ name }: { readonly name: Localized }): SettingValue => ({ kind: 'names', names: [name] });

function presetOf({ data: { source } }: Experiment) {
  return source.kind === 'preset' ? source : null;
}

/** The activation of all hidden layers, or of each in order. */
function hiddenActivations({ model: { hidden } }: Experiment): SettingValue | undefined {
  const ids = new Set(hidden.map(({ activation }) => activation));
  const names = (ids.size === 1 ? [...ids] : hidden.map(({ activation }) => activation)).map(
    (id) => activations[id].name,
  );
  if (names.length === 0) return undefined;
  return { kind: 'names', names };
}

function layers({ model: { hidden } }: Experiment): SettingValue {
  if (hidden.length === 0) return { kind: 'word', word: 'noLayers' };
  return { kind: 'text', text: hidden.map(({ units }) => units).join('-') };
}

/** Layers by their number, then single weights by their place. */
function frozen({
  training: {
    frozen: { layers: whole, parameters },
  },
}: Experiment): SettingValue {
  if (whole.length + parameters.length === 0) return { kind: 'word', word: 'off' };
  const numbers = [...whole.map((layer) => `[${layer + 1}]`), ...parameters.map((index) => `#${index}`)];
  return { kind: 'text', text: numbers.join(' ') };
}

/** Every setting but the options of loss, optimiser and schedule, in the order of the page. */
const settings = [
  { id: 'task', read: ({ data }) => ({ kind: 'task', task: taskChoiceOf(data) }) },
  {
    id: 'dataset',
    read: ({ data: { source } }) =>
      source.kind === 'own' ? { kind: 'word', word: 'own' } : named(datasets[source.id]),
  },
  {
    id: 'points',
    read: ({ data }) => figure(pointCount(data)),
  },
  { id: 'noise', read: (experiment) => optional(presetOf(experiment)?.noise) },
  { id: 'sample', read: (experiment) => optional(presetOf(experiment)?.seed) },
  {
    id: 'classes',
    read: ({ data }) => (data.task === 'classification' ? figure(data.classes) : undefined),
  },
  { id: 'testShare', read: ({ data }) => ({ kind: 'share', share: data.testShare }) },
  { id: 'split', read: ({ data }) => figure(data.splitSeed) },
  {
    id: 'inputs',
    read: ({ data }) => ({ kind: 'text', text: data.features.map((id) => features[id].label).join(' ') }),
  },
  {
    id: 'standardize',
    read: ({ data }) => ({ kind: 'word', word: data.standardize ? 'on' : 'off' }),
  },
  { id: 'layers', read: layers },
  { id: 'activation', read: hiddenActivations },
  { id: 'output', read: ({ model }) => named(outputActivations[model.outputActivation]) },
  { id: 'initializer', read: ({ model }) => named(initializers[model.initializer]) },
  { id: 'weights', read: ({ model }) => figure(model.seed) },
  { id: 'loss', read: ({ loss }) => named(losses[loss.id]) },
  { id: 'l2', read: ({ loss }) => figure(loss.l2) },
  { id: 'l1', read: ({ loss }) => figure(loss.l1) },
  { id: 'optimizer', read: ({ training }) => named(optimizers[training.optimizer.id]) },
  { id: 'learningRate', read: ({ training }) => figure(training.learningRate) },
  { id: 'schedule', read: ({ training }) => named(schedules[training.schedule.id]) },
  {
    id: 'batch',
    read: ({ training: { batchSize } }) =>
      batchSize === 'all' ? { kind: 'word', word: 'all' } : figure(batchSize),
  },
  { id: 'shuffle', read: ({ training }) => figure(training.shuffleSeed) },
  { id: 'clip', read: ({ training }) => figure(training.clipNorm) },
  { id: 'frozen', read: frozen },
  { id: 'stopEpochs', read: ({ training }) => figure(training.stop.epochs) },
  { id: 'stopLoss', read: ({ training }) => figure(training.stop.trainLoss) },
  { id: 'stopPlateau', read: ({ training }) => figure(training.stop.plateau?.epochs ?? null) },
  { id: 'improvement', read: ({ training }) => optional(training.stop.plateau?.minImprovement) },
] as const satisfies readonly Setting[];

export type SettingId = (typeof settings)[number]['id'];

export interface Difference {
  /** The setting, or the name that a loss, an optimiser or a schedule gives one of its own. */
  readonly setting: SettingId | Localized;
  /** Both null where only the places of points differ. */
  readonly value: SettingValue | null;
  readonly present: SettingValue | null;
}

function optional(value: number | undefined): SettingValue | undefined {
  return value === undefined ? undefined : figure(value);
}

/** What is set otherwise in `experiment` than in `present`, in the order of the page. */
export function differences(experiment: Experiment, present: Experiment): Difference[] {
  const found: Difference[] = [];
  const compare = (
    setting: Difference['setting'],
    value: SettingValue | undefined,
    now: SettingValue | undefined,
  ) => {
    // What only one of them has follows from another difference.
    if (!value || !now || JSON.stringify(value) === JSON.stringify(now)) return;
    found.push({ setting, value, present: now });
  };
  for (const { id, read } of settings) {
    compare(id, read(experiment), read(present));
    if (id === 'points' && placesDiffer(experiment, present)) {
      found.push({ setting: 'points', value: null, present: null });
    }
    if (id === 'loss') compareOptions(losses[experiment.loss.id], experiment.loss, present.loss, compare);
    if (id === 'optimizer' || id === 'schedule') {
      const chosen = experiment.training[id];
      const rule =
        id === 'optimizer'
          ? optimizers[experiment.training.optimizer.id]
          : schedules[experiment.training.schedule.id];
      compareOptions(rule, chosen, present.training[id], compare);
    }
  }
  return found;
}

/** Options of the same loss or rule; another one has other options. */
function compareOptions(
  { hyperparameters }: { readonly hyperparameters: readonly Hyperparameter[] },
  chosen: Optional,
  now: Optional,
  compare: (setting: Localized, value: SettingValue | undefined, now: SettingValue | undefined) => void,
): void {
  if (chosen.id !== now.id) return;
  for (const { id, name } of hyperparameters) {
    compare(name, optional(chosen.options?.[id]), optional(now.options?.[id]));
  }
}

interface Optional {
  readonly id: string;
  readonly options?: HyperparameterValues | undefined;
}

/** As many own points, but not the same ones. */
function placesDiffer({ data: { source } }: Experiment, { data: { source: now } }: Experiment): boolean {
  if (source === now || source.kind !== 'own' || now.kind !== 'own') return false;
  const columns: readonly (keyof OwnSource & ('x1' | 'x2' | 'y'))[] = ['x1', 'x2', 'y'];
  if (source.y.length !== now.y.length) return false;
  return columns.some((column) => source[column].some((value, i) => value !== now[column][i]));
}
