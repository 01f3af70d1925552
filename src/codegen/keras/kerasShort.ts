/**
 * The experiment in twelve lines of Keras at most, as a course writes it: activations stand in their layers, the loss has its usual name.
 * What such a program says otherwise than the page, and what it leaves to the whole program, is told beside it.
 */
import { activationNotes } from '../../engine/model/activations/notes';
import { optimizers } from '../../engine/training/optimizers';
import type { Optimizer } from '../../engine/training/optimizers/optimizer';
import { floatText } from '../numbers';
import type { LayerFacts, ProgramContext } from '../programContext';
import { stepTitle } from '../steps';

/** Where the short program and the page differ. */
export type ShortNote =
  /** The whole program takes the loss from the logits. */
  | 'fromLogits'
  /** Keras' squared error lacks the ½. */
  | 'half'
  /** Keras takes the mean over the output units, the page the sum. */
  | 'mean'
  /** Keras divides the outputs by their sum first. */
  | 'divided';

export type ShortOmission =
  | 'standardize'
  | 'initializer'
  | 'gelu'
  | 'penalty'
  | 'frozen'
  | 'schedule'
  | 'clip'
  | 'stop'
  | 'test';

export interface ShortProgram {
  /** Lines of the steps 0–3. */
  readonly steps: readonly (readonly string[])[];
  /** The same as one file, with what it imports and the titles of the steps. */
  readonly text: string;
  readonly notes: readonly ShortNote[];
  readonly omits: readonly ShortOmission[];
}

/** As many characters as a column of 380 px holds. */
const widest = 49;
/** Layers take so many lines; more of them share a line. */
const layerLines = 4;

export function kerasShort(facts: ProgramContext): ShortProgram {
  const loss = lossName(facts);
  const optimizer: Optimizer = optimizers[facts.experiment.training.optimizer.id];
  const steps = [
    [dataLine(facts)],
    ['model = Sequential([', ...layers(facts).map((line) => `    ${line}`), '])'],
    ['model.compile(', `    loss=${loss}(),`],
    [`    optimizer=${optimizerCall(facts)},`, ')', fitLine(facts)],
  ];
  const imports = [
    'from keras import Sequential',
    'from keras.layers import Dense',
    `from keras.losses import ${loss}`,
    `from keras.optimizers import ${optimizer.keras}`,
  ];
  const titled = steps.flatMap((lines, i) => {
    const title = `# ${stepTitle(i as 0 | 1 | 2 | 3, facts)}`;
    // Step 3 begins inside the call of step 2.
    return i === 3 ? [`    ${title}`, ...lines] : ['', title, ...lines];
  });
  return {
    steps,
    text: `${[...imports, ...titled].join('\n')}\n`,
    notes: notesOf(facts),
    omits: omissionsOf(facts),
  };
}

function dataLine({ say, trainPoints, network, head, experiment: { data } }: ProgramContext): string {
  const most = data.classes - 1;
  const one = { en: `classes 0 to ${most}, one-hot`, zh: `类别 0 到 ${most}，one-hot 编码` };
  const targets =
    data.task === 'regression'
      ? { en: 'numbers', zh: '数值' }
      : network.layers.at(-1)?.units === 1
        ? { en: '0 or 1', zh: '0 或 1' }
        : isSparse(head)
          ? { en: `classes 0 to ${most}`, zh: `类别 0 到 ${most}` }
          : one;
  return say({
    en: `# X: ${trainPoints} × ${network.inputs}; y: ${targets.en}`,
    zh: `# X：${trainPoints} × ${network.inputs}；y：${targets.zh}`,
  });
}

function layers({ layers: all }: ProgramContext): string[] {
  const perLine = Math.ceil(all.length / layerLines);
  const short = perLine > 1;
  const lines: string[] = [];
  for (let i = 0; i < all.length; i += perLine) {
    lines.push(
      `${all
        .slice(i, i + perLine)
        .map((layer) => dense(layer, short))
        .join(', ')},`,
    );
  }
  return lines;
}

function dense({ units, activation, isOutput }: LayerFacts, short: boolean): string {
  // A linear output is what Dense has by itself.
  if (activation === 'linear') return isOutput ? `Dense(${units})` : activated(units, "'linear'", short);
  const { name, code: expression = '' } = activationNotes[activation].names.keras;
  return activated(units, name ? `'${name}'` : expression, short);
}

function activated(units: number, value: string, short: boolean): string {
  return short ? `Dense(${units}, ${value})` : `Dense(${units}, activation=${value})`;
}

const isSparse = (head: ProgramContext['head']) => head.endsWith('Categorical');

function lossName({ head }: ProgramContext): string {
  if (head === 'squared') return 'MeanSquaredError';
  return isSparse(head) ? 'SparseCategoricalCrossentropy' : 'BinaryCrossentropy';
}

/** What Keras takes where nothing is said. */
const kerasDefaults: Readonly<Record<string, number>> = {
  momentum: 0,
  beta_1: 0.9,
  beta_2: 0.999,
  rho: 0.9,
  epsilon: 1e-7,
  weight_decay: 0.004,
};

function optimizerCall({ experiment }: ProgramContext): string {
  const { optimizer, learningRate } = experiment.training;
  const { keras, hyperparameters }: Optimizer = optimizers[optimizer.id];
  const options = hyperparameters.flatMap(({ id, keras: name, default: usual }) => {
    const value = optimizer.options[id] ?? usual;
    return kerasDefaults[name] === value ? [] : [`${name}=${floatText(value)}`];
  });
  const more = optimizer.id === 'nesterov' ? [...options, 'nesterov=True'] : options;
  const named = `${keras}(${[`learning_rate=${floatText(learningRate)}`, ...more].join(', ')})`;
  const isNarrow = `    optimizer=${named},`.length <= widest;
  return isNarrow ? named : `${keras}(${[floatText(learningRate), ...more].join(', ')})`;
}

function fitLine({ epochs, batchSize }: ProgramContext): string {
  return `model.fit(X, y, epochs=${epochs}, batch_size=${batchSize ?? 'len(X)'})`;
}

function notesOf({ head, output }: ProgramContext): ShortNote[] {
  const isMany = output.units > 1;
  if (head === 'squared') return isMany ? ['half', 'mean'] : ['half'];
  if (head === 'sigmoidCategorical' || head === 'clippedCategorical') return ['divided'];
  if (head === 'softmaxCategorical') return ['fromLogits'];
  return [
    ...(head === 'sigmoidBinary' ? (['fromLogits'] as const) : []),
    ...(isMany ? (['mean'] as const) : []),
  ];
}

function omissionsOf({
  experiment,
  layers: all,
  hasSchedule,
  testPoints,
  freezesSome,
}: ProgramContext): ShortOmission[] {
  const { data, model, loss, training } = experiment;
  const isThere: Record<ShortOmission, boolean> = {
    standardize: data.standardize,
    initializer: model.initializer !== 'glorotUniform',
    gelu: all.some(({ activation }) => activation === 'gelu'),
    penalty: loss.l1 + loss.l2 > 0,
    frozen: freezesSome || all.some(({ frozen }) => frozen),
    schedule: hasSchedule,
    clip: training.clipNorm !== null,
    stop: training.stop.trainLoss !== null || training.stop.plateau !== null,
    test: testPoints > 0,
  };
  return (Object.keys(isThere) as ShortOmission[]).filter((one) => isThere[one]);
}
