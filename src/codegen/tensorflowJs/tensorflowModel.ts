/** Steps 1 and 2 in TensorFlow.js: the layers, their initial weights, and the loss from logits. */
import { activationNotes } from '../../engine/model/activations/notes';
import { initializerNotes } from '../../engine/model/initializers/notes';
import { activationDefinitions } from '../activationDefinitions';
import { indented, listed, type Part } from '../code';
import { numberText } from '../numbers';
import type { Block } from '../program';
import { type LayerFacts, type ProgramContext, wrapped } from '../programContext';
import { clippedWords, halfWords, logitWords, step } from '../steps';

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
    ...(inlined
      ? []
      : [`kernelInitializer: ${initializerNotes[experiment.model.initializer].programs.tensorflowJs}`]),
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
    activationDefinitions(facts, 'tensorflowJs'),
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

/** `measures`: whether step 3 asks for the mean loss of a set. */
export function lossStep(facts: ProgramContext, measures: boolean): Block {
  const { experiment, notes, head, lossOptions, output, say } = facts;
  const { l1, l2 } = experiment.loss;
  const onLogits = {
    en: 'The cross-entropies that compile knows by name clip probabilities, where gradients die; this one works on the logits.',
    zh: 'compile 自带的交叉熵会截断概率，梯度也随之消失；这里直接用 logits 计算。',
  };
  const penalties = {
    en: 'J is the mean of L plus the penalties on the kernels.',
    zh: 'J 是 L 的平均值加上权重的正则化项。',
  };
  const words = [
    ...(notes.remark === 'half' ? [halfWords(facts, 'meanSquaredError')] : []),
    ...(notes.remark === 'clipped' ? [clippedWords] : []),
    ...(head.fromLogits ? [onLogits] : []),
  ];
  return step(
    facts,
    2,
    [...words, ...(l1 + l2 > 0 ? [penalties] : [])],
    // Sums over the output units; `fit` and `meanLoss` take the mean over the points.
    [...notes.tensorflowJs({ units: output.units, options: lossOptions.map(numberText), say })],
    measures && 'const meanLoss = (X, y) => tf.tidy(() => loss(y, model.predict(X)).mean().dataSync()[0]);',
  );
}
