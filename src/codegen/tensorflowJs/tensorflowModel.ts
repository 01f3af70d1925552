/** Steps 1 and 2 in TensorFlow.js: the layers, their initial weights, and the loss from logits. */
import { activationNotes } from '../../engine/model/activations/notes';
import type { InitializerId } from '../../engine/model/initializers';
import { code, indented, listed, type Part, type Piece } from '../code';
import { numberText } from '../numbers';
import type { Block } from '../program';
import { type Head, type LayerFacts, type ProgramContext, wrapped } from '../programContext';
import { clippedWords, halfWords, logitWords, step } from '../steps';

const initializers: Record<InitializerId, string> = {
  glorotUniform: "'glorotUniform'",
  glorotNormal: "'glorotNormal'",
  heUniform: "'heUniform'",
  heNormal: "'heNormal'",
  lecunNormal: "'leCunNormal'",
  uniform: 'tf.initializers.randomUniform({ minval: -0.5, maxval: 0.5 })',
  normal: 'tf.initializers.randomNormal({ mean: 0, stddev: 1 })',
  zeros: "'zeros'",
};

/** `penalty`: the regulariser of the layers. */
function penaltyLine({ l1, l2 }: { readonly l1: number; readonly l2: number }): Part {
  if (l1 > 0 && l2 > 0)
    return `const penalty = tf.regularizers.l1l2({ l1: ${numberText(l1)}, l2: ${numberText(l2)} });`;
  if (l1 > 0) return `const penalty = tf.regularizers.l1({ l1: ${numberText(l1)} });`;
  return l2 > 0 && `const penalty = tf.regularizers.l2({ l2: ${numberText(l2)} });`;
}

function layerLines(facts: ProgramContext, layer: LayerFacts, byHand: boolean): string[] {
  const { experiment, inlined, fromLogits } = facts;
  const { units, activation, isOutput, frozen, inputs, number } = layer;
  const isLogit = isOutput && fromLogits;
  // A dense layer is linear by itself.
  const tensorflowJs =
    isLogit || activation === 'linear' ? null : activationNotes[activation].names.tensorflowJs;
  const { l1, l2 } = experiment.loss;
  const items = [
    `units: ${units}`,
    ...(tensorflowJs?.name ? [`activation: '${tensorflowJs.name}'`] : []),
    ...(number === '' || number === '1' ? [`inputShape: [${inputs}]`] : []),
    ...(inlined ? [] : [`kernelInitializer: ${initializers[experiment.model.initializer]}`]),
    ...(l1 + l2 > 0 && !byHand ? ['kernelRegularizer: penalty'] : []),
    ...(frozen ? ['trainable: false'] : []),
  ];
  const line = `tf.layers.dense({ ${items.join(', ')} }),`;
  const dense =
    line.length <= 95 ? [line] : ['tf.layers.dense({', ...items.map((item) => `  ${item},`), '}),'];
  return [...dense, ...(tensorflowJs?.layer ? [`${tensorflowJs.layer},`] : [])];
}

function initialWeights({ layers, output }: ProgramContext): Part {
  const handSet = output.biases !== '';
  return [
    ...layers.map(({ number, kernelRows, biases }) => [
      `const W${number} = [`,
      indented(2, wrapped(kernelRows, '[', '],')),
      '];',
      handSet && listed(`const b${number} = [`, biases.split(', '), '];'),
    ]),
    layers.length === 1
      ? `model.layers[0].setWeights([tf.tensor2d(W), ${handSet ? 'tf.tensor1d(b)' : 'tf.zeros([W[0].length])'}]);`
      : setLayers(layers, handSet),
  ];
}

function setLayers(layers: readonly LayerFacts[], handSet: boolean): Part {
  const hasOthers = layers.some(({ activation }) => activationNotes[activation].names.tensorflowJs.layer);
  const names = (name: string) => layers.map(({ number }) => name + number);
  return [
    hasOthers
      ? "const dense = model.layers.filter((layer) => layer.getClassName() === 'Dense');"
      : 'const dense = model.layers;',
    handSet && listed('const biases = [', names('b'), '];'),
    `${listed('[', names('W'), ']')}.forEach((kernel, k) => {`,
    `  dense[k].setWeights([tf.tensor2d(kernel), ${handSet ? 'tf.tensor1d(biases[k])' : 'tf.zeros([kernel[0].length])'}]);`,
    '});',
  ];
}

/** `byHand`: the penalties are added by the loop of step 3, not by the layers. */
export function modelStep(facts: ProgramContext, byHand: boolean): Block {
  const { inlined, layers, experiment } = facts;
  const unseeded = {
    en: 'TensorFlow.js has no global seed: every run starts from other weights.',
    zh: 'TensorFlow.js 没有全局随机种子，每次运行的初始权重都不同。',
  };
  const frozen = {
    en: 'Layers with trainable: false are frozen.',
    zh: 'trainable: false 的层已冻结。',
  };
  return step(
    facts,
    1,
    [
      ...logitWords(facts),
      ...(inlined || experiment.model.initializer === 'zeros' ? [] : [unseeded]),
      ...(layers.some((layer) => layer.frozen) ? [frozen] : []),
    ],
    !byHand && penaltyLine(experiment.loss),
    'const model = tf.sequential({',
    '  layers: [',
    indented(
      4,
      layers.flatMap((layer) => layerLines(facts, layer, byHand)),
    ),
    '  ],',
    '});',
    inlined && initialWeights(facts),
  );
}

/** Sums over the output units; `fit` and `meanLoss` take the mean over the points. */
function lossLines(head: Head, units: number): Piece[] {
  const bodies: Record<Head, string> = {
    sigmoidBinary: `tf.losses.sigmoidCrossEntropy(y, z)${units > 1 ? `.mul(${units})` : ''}`,
    softmaxCategorical: 'tf.losses.softmaxCrossEntropy(y, z)',
    sigmoidCategorical: 'y.mul(tf.softplus(z.neg())).sum(-1)',
    squared: 'a.sub(y).square().sum(-1).mul(0.5)',
    clippedBinary: 'y.mul(logOf(a)).add(tf.sub(1, y).mul(logOf(tf.sub(1, a)))).sum(-1).neg()',
    clippedCategorical: 'y.mul(logOf(a)).sum(-1).neg()',
    softmaxBinary: '',
  };
  if (head === 'softmaxBinary') {
    return code(
      'const loss = (y, z) => {',
      '  const total = z.logSumExp(-1, true);',
      '  // log(1 - a_j) from the logits of the other units',
      `  const others = z.expandDims(1).sub(tf.eye(${units}).mul(1e9)).logSumExp(-1);`,
      '  return y.mul(total.sub(z)).add(tf.sub(1, y).mul(total.sub(others))).sum(-1);',
      '};',
    );
  }
  const isClipped = head === 'clippedBinary' || head === 'clippedCategorical';
  const output = isClipped || head === 'squared' ? 'a' : 'z';
  return code(
    isClipped && 'const logOf = (p) => tf.clipByValue(p, 1e-7, 1 - 1e-7).log();',
    `const loss = (y, ${output}) => ${bodies[head]};`,
  );
}

/** `measures`: whether step 3 asks for the mean loss of a set. */
export function lossStep(facts: ProgramContext, measures: boolean): Block {
  const { experiment, head, output } = facts;
  const { l1, l2 } = experiment.loss;
  const onLogits = {
    en: 'The cross-entropies that compile knows by name clip probabilities, where gradients die; this one works on the logits.',
    zh: 'compile 自带的交叉熵会截断概率，梯度也随之消失；这里直接用 logits 计算。',
  };
  const penalties = {
    en: 'J is the mean of L plus the penalties on the kernels.',
    zh: 'J 是 L 的平均值加上权重的正则化项。',
  };
  const words =
    head === 'squared'
      ? halfWords(facts, 'meanSquaredError')
      : head.startsWith('clipped')
        ? clippedWords
        : onLogits;
  return step(
    facts,
    2,
    [words, ...(l1 + l2 > 0 ? [penalties] : [])],
    lossLines(head, output.units),
    measures && 'const meanLoss = (X, y) => tf.tidy(() => loss(y, model.predict(X)).mean().dataSync()[0]);',
  );
}
