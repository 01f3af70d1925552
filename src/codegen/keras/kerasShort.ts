/**
 * The experiment in twelve lines of Keras at most, as a course writes it: activations stand in their layers, the loss has its usual name.
 * What such a program says otherwise than the page, and what it leaves to the whole program, is told beside it.
 */
import type { OutputActivationId } from '../../engine/model/activations';
import type { LibraryNames } from '../../engine/model/activations/activation';
import { activationNotes } from '../../engine/model/activations/notes';
import type { KerasDifference } from '../../engine/model/heads/head';
import { floatText } from '../numbers';
import type { LayerFacts, ProgramContext } from '../programContext';
import { stepTitle } from '../steps';
import { kerasCall } from './kerasOptimizer';

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
  readonly notes: readonly KerasDifference[];
  readonly omits: readonly ShortOmission[];
}

/** As many characters as a column of 380 px holds. */
const widest = 49;
/** Layers take so many lines; more of them share a line. */
const layerLines = 4;

export function kerasShort(facts: ProgramContext): ShortProgram {
  const { loss, options, differs } = facts.notes.kerasShort;
  const lossCall = `${loss}(${options?.(facts.lossOptions.map(floatText)) ?? ''})`;
  const steps = [
    [dataLine(facts)],
    ['model = Sequential([', ...layers(facts).map((line) => `    ${line}`), '])'],
    ['model.compile(', `    loss=${lossCall},`],
    [`    optimizer=${optimizerCall(facts)},`, ')', fitLine(facts)],
  ];
  const imports = [
    'from keras import Sequential',
    'from keras.layers import Dense',
    `from keras.losses import ${loss}`,
    ...new Set(facts.layers.flatMap(({ activation }) => activationText(activation).imports)),
    `from keras.optimizers import ${kerasCall(facts, true).name}`,
  ];
  const titled = steps.flatMap((lines, i) => {
    const title = `# ${stepTitle(i as 0 | 1 | 2 | 3, facts)}`;
    // Step 3 begins inside the call of step 2.
    return i === 3 ? [`    ${title}`, ...lines] : ['', title, ...lines];
  });
  return {
    steps,
    text: `${[...imports, ...titled].join('\n')}\n`,
    notes: differs(facts.output.units === 1),
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
        : head.looksAt === 'trueClass'
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
  return activated(units, activationText(activation).text, short);
}

/** A name, or a function and the line that imports it. */
function activationText(activation: OutputActivationId): { text: string; imports: string[] } {
  const { name, code = '' }: LibraryNames['keras'] = activationNotes[activation].names.keras;
  if (name) return { text: `'${name}'`, imports: [] };
  const dot = code.lastIndexOf('.');
  const text = code.slice(dot + 1);
  return { text, imports: [`from ${code.slice(0, dot)} import ${text}`] };
}

function activated(units: number, value: string, short: boolean): string {
  return short ? `Dense(${units}, ${value})` : `Dense(${units}, activation=${value})`;
}

function optimizerCall(facts: ProgramContext): string {
  const rate = floatText(facts.experiment.training.learningRate);
  const { name, items } = kerasCall(facts, true);
  const named = `${name}(${[`learning_rate=${rate}`, ...items].join(', ')})`;
  const isNarrow = `    optimizer=${named},`.length <= widest;
  return isNarrow ? named : `${name}(${[rate, ...items].join(', ')})`;
}

function fitLine({ epochs, batchSize }: ProgramContext): string {
  return `model.fit(X, y, epochs=${epochs}, batch_size=${batchSize ?? 'len(X)'})`;
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
