/** One update of TensorFlow.js written out: gradients, penalties, frozen weights, clipping, and the rule of the optimiser. */
import { optimizers } from '../../engine/training/optimizers';
import { optimizerNotes } from '../../engine/training/optimizers/notes';
import {
  type Optimizer,
  option,
  type TensorflowOptimizer,
  type TensorflowRule,
} from '../../engine/training/optimizers/optimizer';
import type { Localized } from '../../i18n/localized';
import { code, comment, indented, type Part, type Piece } from '../code';
import { numberText } from '../numbers';
import type { ProgramContext } from '../programContext';

/** Why `tf.train` has no rule with the same numbers, so that the program writes it out; null where it has. */
export function lacking({ experiment, hasSchedule, inlined }: ProgramContext): Localized | null {
  const { id, options } = experiment.training.optimizer;
  const { lacks }: TensorflowOptimizer = optimizerNotes[id].tensorflowJs;
  return lacks?.({ options, hasSchedule, repeats: inlined }) ?? null;
}

/** The rule that is written out; null where `tf.train` has it. */
function ownRule(facts: ProgramContext): TensorflowRule | null {
  const { id } = facts.experiment.training.optimizer;
  const { rule }: TensorflowOptimizer = optimizerNotes[id].tensorflowJs;
  if (!lacking(facts)) return null;
  if (!rule) throw new RangeError(`tf.train lacks the rule of ${id}, and nothing writes it out`);
  return rule;
}

/** `update(X, y, epoch)`, and what it needs. */
export function updateByHand(
  facts: ProgramContext,
  optimizerLine: (facts: ProgramContext) => string,
  setRate: (facts: ProgramContext, epoch: string) => string,
): Part {
  const { experiment, hasSchedule } = facts;
  const { clipNorm } = experiment.training;
  const rule = ownRule(facts);
  return [
    'const weights = model.trainableWeights.map((weight) => weight.read());',
    masks(facts),
    cost(facts),
    rule ? ruleStart(facts, rule) : optimizerLine(facts),
    '',
    `function update(X, y${hasSchedule ? ', epoch' : ''}) {`,
    indented(
      2,
      !rule && hasSchedule && setRate(facts, 'epoch - 1'),
      'tf.tidy(() => {',
      indented(
        2,
        'const { grads } = tf.variableGrads(() => cost(X, y), weights);',
        facts.freezesSome && 'weights.forEach(({ name }, i) => (grads[name] = grads[name].mul(masks[i])));',
        clipNorm !== null && clipping(clipNorm),
        rule ? ruleLines(facts, rule) : 'optimizer.applyGradients(grads);',
      ),
      '});',
    ),
    '}',
    '',
  ];
}

/** 1 for what trains, 0 for what is frozen, in the shapes of the trainable weights. */
function masks({ layers, freezesSome, say }: ProgramContext): Part {
  if (!freezesSome) return false;
  const places = layers
    .filter(({ frozen }) => !frozen)
    .flatMap(({ frozenRows, frozenColumns, frozenBiases }) => [
      frozenRows.map((row, i) => `[${row}, ${frozenColumns[i]}]`),
      frozenBiases.map((i) => `[${i}]`),
    ]);
  const words = {
    en: 'Single weights that are frozen: [row, column] of each kernel, [index] of each bias.',
    zh: '单独冻结的权重：各权重矩阵的 [行, 列]，各偏置的 [序号]。',
  };
  return [
    comment('// ', say(words)),
    'const frozen = [',
    indented(2, ...places.map((list) => `[${list.join(', ')}],`)),
    '];',
    'const masks = weights.map((w, i) => {',
    "  const mask = tf.buffer(w.shape, 'float32', new Float32Array(w.size).fill(1));",
    '  for (const place of frozen[i]) mask.set(0, ...place);',
    '  return mask.toTensor();',
    '});',
  ];
}

/** J, with the penalties on the kernels. */
function cost({ experiment }: ProgramContext): Piece[] {
  const { l1, l2 } = experiment.loss;
  const mean = 'loss(y, model.apply(X)).mean()';
  if (l1 + l2 === 0) return code(`const cost = (X, y) => ${mean};`);
  const terms = [
    ...(l1 > 0 ? [`kernel.mul(kernel.sign()).sum().mul(${numberText(l1)})`] : []),
    ...(l2 > 0 ? [`kernel.square().sum().mul(${numberText(l2)})`] : []),
  ];
  return code(
    'const kernels = model.getWeights().filter((weight) => weight.rank === 2);',
    'const penalty = (kernel) =>',
    `  ${terms.join('.add(').concat(')'.repeat(terms.length - 1))};`,
    'const cost = (X, y) =>',
    `  kernels.reduce((sum, kernel) => sum.add(penalty(kernel)), ${mean});`,
  );
}

function clipping(clipNorm: number): Part {
  return [
    'const sums = Object.values(grads).map((grad) => grad.square().sum());',
    'const norm = Math.sqrt(tf.addN(sums).dataSync()[0]);',
    `const shrink = Math.min(1, ${numberText(clipNorm)} / norm);`,
    'for (const { name } of weights) grads[name] = grads[name].mul(shrink);',
  ];
}

function ruleStart({ experiment, hasSchedule, say }: ProgramContext, { before }: TensorflowRule): Part {
  const { optimizer, learningRate } = experiment.training;
  const { hyperparameters, initialSlots }: Optimizer = optimizers[optimizer.id];
  return [
    !hasSchedule && `const learningRate = ${numberText(learningRate)};`,
    hyperparameters.map(({ id }) => `const ${id} = ${numberText(option(optimizer.options, id))};`),
    optimizerNotes[optimizer.id].state.map(({ list }, k) => {
      const start = initialSlots[k] ?? 0;
      const tensor = start === 0 ? 'tf.zerosLike(w)' : `tf.fill(w.shape, ${numberText(start)})`;
      return `const ${list} = weights.map((w) => tf.variable(${tensor}));`;
    }),
    before !== undefined && `let t = 0; // ${say({ en: 'updates so far', zh: '已更新的次数' })}`,
  ];
}

function ruleLines({ experiment, hasSchedule, freezesSome }: ProgramContext, rule: TensorflowRule): Part {
  const { state } = optimizerNotes[experiment.training.optimizer.id];
  const rate = hasSchedule ? 'rate' : 'learningRate';
  const names = ['g', ...state.map(({ letter }) => letter)].join(', ');
  const values = ['grads[w.name]', ...state.map(({ list }) => `${list}[i]`)].join(', ');
  return [
    hasSchedule && 'const rate = learningRate(epoch - 1);',
    rule.before !== undefined && ['t += 1;', rule.before(rate)],
    'weights.forEach((w, i) => {',
    indented(
      2,
      `const [${names}] = [${values}];`,
      rule.lines(rate),
      `const step = ${rule.step(rate)};`,
      `w.assign(w.sub(${freezesSome ? 'step.mul(masks[i])' : 'step'}));`,
    ),
    '});',
  ];
}
