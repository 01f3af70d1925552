/** One update of TensorFlow.js written out: gradients, penalties, frozen weights, clipping, and the rule of the optimiser. */
import type { OptimizerId } from '../../engine/training/optimizers';
import { option } from '../../engine/training/optimizers/optimizer';
import { code, comment, indented, type Part, type Piece } from '../code';
import { numberText } from '../numbers';
import type { ProgramContext } from '../programContext';

/**
 * Whether `tf.train` has no rule with the same numbers: it knows no AdamW, its Adagrad has ε 1e-7, its velocity no learning rate. Its
 * Adam adds ε after the bias correction, which is written out only where the program repeats the run.
 */
export function writtenOut({ experiment, hasSchedule, inlined }: ProgramContext): boolean {
  const { id, options } = experiment.training.optimizer;
  if (id === 'adagrad') return option(options, 'epsilon') !== 1e-7;
  return (
    id === 'adamw' || (id === 'adam' && inlined) || (hasSchedule && (id === 'momentum' || id === 'nesterov'))
  );
}

interface Rule {
  /** Lists of variables: name, letter in the loop, and what each starts as. */
  readonly slots: readonly (readonly [list: string, letter: string, start: string])[];
  readonly options: readonly string[];
  readonly before: (rate: string) => Part;
  /** What is taken from w, after the slots were brought up to date. */
  readonly lines: (rate: string) => Part;
  readonly step: (rate: string) => string;
}

const zeros = 'tf.zerosLike(w)';
const velocities = (step: (rate: string) => string): Rule => ({
  slots: [['velocities', 'v', zeros]],
  options: ['momentum'],
  before: () => false,
  lines: (rate) => `v.assign(v.mul(momentum).sub(g.mul(${rate})));`,
  step,
});

const adam = (options: readonly string[], step: (adamStep: string, rate: string) => string): Rule => ({
  slots: [
    ['means', 'm', zeros],
    ['squares', 's', zeros],
  ],
  options,
  before: (rate) => ['t += 1;', `const stepSize = (${rate} * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);`],
  lines: () => [
    'm.assign(m.add(g.sub(m).mul(1 - beta1)));',
    's.assign(s.add(g.square().sub(s).mul(1 - beta2)));',
  ],
  step: (rate) => step('m.mul(stepSize).div(s.sqrt().add(epsilon))', rate),
});

const rules: Partial<Record<OptimizerId, Rule>> = {
  momentum: velocities(() => 'v.neg()'),
  nesterov: velocities((rate) => `g.mul(${rate}).sub(v.mul(momentum))`),
  adagrad: {
    slots: [['squares', 's', 'tf.fill(w.shape, 0.1)']],
    options: ['epsilon'],
    before: () => false,
    lines: () => 's.assign(s.add(g.square()));',
    step: (rate) => `g.mul(${rate}).div(s.add(epsilon).sqrt())`,
  },
  adam: adam(['beta1', 'beta2', 'epsilon'], (step) => step),
  adamw: adam(
    ['weightDecay', 'beta1', 'beta2', 'epsilon'],
    (step, rate) => `w.mul(${rate} * weightDecay).add(${step})`,
  ),
};

/** `update(X, y, epoch)`, and what it needs. */
export function updateByHand(
  facts: ProgramContext,
  optimizerLine: (facts: ProgramContext) => string,
  setRate: (facts: ProgramContext, epoch: string) => string,
): Part {
  const { experiment, hasSchedule } = facts;
  const { clipNorm, optimizer } = experiment.training;
  const rule = writtenOut(facts) ? rules[optimizer.id] : undefined;
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

const rateOf = ({ hasSchedule }: ProgramContext) => (hasSchedule ? 'rate' : 'learningRate');

function ruleStart(facts: ProgramContext, rule: Rule): Part {
  const { slots, options } = rule;
  const { optimizer, learningRate } = facts.experiment.training;
  return [
    !facts.hasSchedule && `const learningRate = ${numberText(learningRate)};`,
    options.map((id) => `const ${id} = ${numberText(option(optimizer.options, id))};`),
    slots.map(([list, , start]) => `const ${list} = weights.map((w) => tf.variable(${start}));`),
    rule.slots.length === 2 && `let t = 0; // ${facts.say({ en: 'updates so far', zh: '已更新的次数' })}`,
  ];
}

function ruleLines(facts: ProgramContext, rule: Rule): Part {
  const rate = rateOf(facts);
  return [
    facts.hasSchedule && 'const rate = learningRate(epoch - 1);',
    rule.before(rate),
    'weights.forEach((w, i) => {',
    indented(
      2,
      `const [g, ${rule.slots.map(([, letter]) => letter).join(', ')}] = [grads[w.name], ${rule.slots.map(([list]) => `${list}[i]`).join(', ')}];`,
      rule.lines(rate),
      `const step = ${rule.step(rate)};`,
      `w.assign(w.sub(${facts.freezesSome ? 'step.mul(masks[i])' : 'step'}));`,
    ),
    '});',
  ];
}
