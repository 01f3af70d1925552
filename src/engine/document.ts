/**
 * The door of the engine: what a link, a file or a visitor brings is read here. It answers with a checked experiment or with
 * problems that name the field and the value; it never casts, never clamps, never throws.
 */
import * as v from 'valibot';
import { datasets } from './data/datasets';
import { presentFeatures } from './data/inputs';
import { boundProblem, parseBounded } from './documentBounds';
import { documentSchema } from './documentSchema';
import { type Experiment, experimentVersion, type LossSpec } from './experiment';
import { migrate } from './migrations';
import { losses } from './model/losses';
import type { Loss } from './model/losses/loss';
import { planNetwork } from './model/network';
import { brief, briefText, type Problem } from './problem';
import type { Hyperparameter, HyperparameterValues } from './training/hyperparameter';
import { optimizers } from './training/optimizers';
import { schedules } from './training/schedules';

export type Decoded =
  | { readonly experiment: Experiment; readonly problems: readonly [] }
  | { readonly experiment: null; readonly problems: readonly Problem[] };

/** Reads the text of a file, which may begin with a byte order mark. */
export function decodeText(text: string): Decoded {
  const parsed = parseBounded(text);
  return 'problem' in parsed ? refuse(parsed.problem) : decode(parsed.value);
}

/** Reads plain JSON. Options that an optimiser or schedule declares and the document lacks take their defaults. */
export function decode(input: unknown): Decoded {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return refuse({ code: 'wrongType', field: '', value: brief(input) });
  }
  const problem = boundProblem(input);
  if (problem) return refuse(problem);
  const document = input as Record<string, unknown>;
  if (typeof document.version === 'number' && document.version > experimentVersion) {
    return refuse({ code: 'futureVersion', field: 'version', value: brief(document.version) });
  }
  const parsed = v.safeParse(documentSchema, migrate(document));
  if (!parsed.success) return refuse(...parsed.issues.slice(0, mostProblems).map(problemOf));
  const experiment = withDefaults(parsed.output);
  const problems = conflicts(experiment);
  return problems.length > 0 ? refuse(...problems.slice(0, mostProblems)) : { experiment, problems: [] };
}

function refuse(...problems: Problem[]): Decoded {
  return { experiment: null, problems };
}

/** Most problems that are answered; a column of wrong numbers has one for each number. */
const mostProblems = 20;

const codes: Record<string, Problem['code']> = {
  min_value: 'outOfRange',
  max_value: 'outOfRange',
  finite: 'outOfRange',
  integer: 'outOfRange',
  picklist: 'unknownValue',
  literal: 'unknownValue',
  variant: 'unknownValue',
  max_length: 'wrongLength',
  min_length: 'wrongLength',
  check: 'conflict',
};

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const field = briefText(v.getDotPath(issue) ?? '');
  // An unknown field: valibot gives its name instead of its value.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { code: 'unknownValue', field, value: brief(issue.path?.at(-1)?.value) };
  }
  const isNumber = typeof issue.input === 'number';
  const code = issue.type === 'raw_transform' && isNumber ? 'outOfRange' : (codes[issue.type] ?? 'wrongType');
  const value = code === 'wrongLength' ? brief((issue.input as unknown[]).length) : brief(issue.input);
  const allowed = allowedBy(issue);
  return { code, field, value, ...(allowed === undefined ? {} : { allowed }) };
}

function allowedBy(issue: v.BaseIssue<unknown>): string | undefined {
  const bound = String(issue.requirement);
  if (issue.type === 'min_value' || issue.type === 'min_length') return `≥ ${bound}`;
  if (issue.type === 'max_value' || issue.type === 'max_length') return `≤ ${bound}`;
  if (issue.type === 'raw_transform') return issue.expected ?? undefined;
  if (issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant') {
    return issue.expected
      ?.replaceAll('"', '')
      .replaceAll(' | ', ', ')
      .replace(/^\(|\)$/g, '');
  }
  return undefined;
}

function withDefaults(experiment: Experiment): Experiment {
  const { optimizer, schedule } = experiment.training;
  return {
    ...experiment,
    loss: lossWithDefaults(experiment.loss),
    training: {
      ...experiment.training,
      optimizer: {
        ...optimizer,
        options: filled(optimizers[optimizer.id].hyperparameters, optimizer.options),
      },
      schedule: { ...schedule, options: filled(schedules[schedule.id].hyperparameters, schedule.options) },
    },
  };
}

/** A loss that declares no numbers has no `options`. */
function lossWithDefaults(loss: LossSpec): LossSpec {
  const { hyperparameters }: Loss = losses[loss.id];
  return loss.options || hyperparameters.length > 0
    ? { ...loss, options: filled(hyperparameters, loss.options ?? {}) }
    : loss;
}

function filled(declared: readonly Hyperparameter[], given: HyperparameterValues): HyperparameterValues {
  const defaults = Object.fromEntries(declared.map(({ id, default: value }) => [id, value]));
  return { ...defaults, ...given };
}

/** What the schema cannot see: fields that do not fit each other. */
function conflicts(experiment: Experiment): Problem[] {
  const { data, loss, training } = experiment;
  const problems: Problem[] = [...sourceConflicts(experiment)];
  if (data.task === 'classification' && data.inputs === 1) {
    problems.push({ code: 'unknownValue', field: 'data.inputs', value: '1', allowed: '2' });
  }
  const present = presentFeatures(data);
  if (present.length === 0) {
    problems.push({ code: 'conflict', field: 'data.features', value: data.features.join(', ') });
  }
  if (!(losses[loss.id].tasks as readonly string[]).includes(data.task)) {
    problems.push({ code: 'conflict', field: 'loss.id', value: `${loss.id} (${data.task})` });
  }
  if (present.length > 0) problems.push(...frozenProblems(experiment, present.length));
  problems.push(
    ...optionProblems('loss.options', losses[loss.id].hyperparameters, loss.options ?? {}),
    ...optionProblems(
      'training.optimizer.options',
      optimizers[training.optimizer.id].hyperparameters,
      training.optimizer.options,
    ),
    ...optionProblems(
      'training.schedule.options',
      schedules[training.schedule.id].hyperparameters,
      training.schedule.options,
    ),
  );
  return problems;
}

function sourceConflicts({ data }: Experiment): Problem[] {
  const { source, task, classes } = data;
  if (source.kind === 'preset') {
    const dataset = datasets[source.id];
    const [fewest, most] = dataset.classes;
    if (dataset.task !== task || dataset.inputs !== data.inputs) {
      return [{ code: 'conflict', field: 'data.source.id', value: `${source.id} (${task})` }];
    }
    if (task === 'classification' && (classes < fewest || classes > most)) {
      return [
        { code: 'outOfRange', field: 'data.classes', value: brief(classes), allowed: `${fewest}–${most}` },
      ];
    }
    return [];
  }
  if (source.x2.length !== source.x1.length || source.y.length !== source.x1.length) {
    const lengths = `${source.x1.length}, ${source.x2.length}, ${source.y.length}`;
    return [{ code: 'wrongLength', field: 'data.source', value: lengths }];
  }
  if (source.isTest && source.isTest.length !== source.y.length) {
    return [
      {
        code: 'wrongLength',
        field: 'data.source.isTest',
        value: brief(source.isTest.length),
        allowed: brief(source.y.length),
      },
    ];
  }
  if (source.isTest && source.y.length > 0 && !source.isTest.includes(0)) {
    return [{ code: 'conflict', field: 'data.source.isTest', value: '1' }];
  }
  if (task === 'regression') return [];
  const bad = source.y.findIndex((y) => !Number.isInteger(y) || y < 0 || y >= classes);
  if (bad < 0) return [];
  return [
    {
      code: 'outOfRange',
      field: `data.source.y.${bad}`,
      value: brief(source.y[bad]),
      allowed: `0–${classes - 1}`,
    },
  ];
}

/** The first layer and the first weight that the network does not have. */
function frozenProblems({ model, data, training }: Experiment, inputs: number): Problem[] {
  const { layers, parameterCount } = planNetwork(model, data, inputs);
  const beyond = (part: 'layers' | 'parameters', count: number): Problem[] => {
    const indices = training.frozen[part];
    const at = indices.findIndex((index) => index >= count);
    if (at < 0) return [];
    const field = `training.frozen.${part}.${at}`;
    return [{ code: 'outOfRange', field, value: brief(indices[at]), allowed: `0–${count - 1}` }];
  };
  return [...beyond('layers', layers.length), ...beyond('parameters', parameterCount)];
}

function optionProblems(
  field: string,
  declared: readonly Hyperparameter[],
  given: HyperparameterValues,
): Problem[] {
  return Object.entries(given).flatMap(([id, value]): Problem[] => {
    const parameter = declared.find((known) => known.id === id);
    if (!parameter)
      return [{ code: 'unknownValue', field: briefText(`${field}.${id}`), value: brief(value) }];
    const [low, high] = parameter.range;
    const isWhole = !parameter.integer || Number.isInteger(value);
    if (value >= low && value <= high && isWhole) return [];
    return [
      {
        code: 'outOfRange',
        field: briefText(`${field}.${id}`),
        value: brief(value),
        allowed: `${low}–${high}`,
      },
    ];
  });
}
