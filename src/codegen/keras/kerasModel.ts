/** Steps 1 and 2 in Keras 3: the layers, their initial weights, what is frozen, and the loss from logits. */
import type { OutputActivationId } from '../../engine/model/activations';
import { activationNotes } from '../../engine/model/activations/notes';
import type { InitializerId } from '../../engine/model/initializers';
import { code, comment, indented, listed, type Part, type Piece } from '../code';
import { floatText } from '../numbers';
import type { Head, LayerFacts, ProgramContext } from '../programContext';
import { pythonKernels } from '../python/pythonData';

/** As `Dense(activation=…)` takes it. */
function activationText(activation: OutputActivationId): string {
  const { name, code: expression } = activationNotes[activation].names.keras;
  return expression ?? `"${name}"`;
}

/** Functions that Keras lacks, each once. */
function activationDefinitions({ layers }: ProgramContext): Part {
  const used = new Set(layers.map(({ activation }) => activation));
  return [...used].map((activation) => {
    const { definition } = activationNotes[activation].names.keras;
    return definition !== undefined && [definition.trimStart(), ''];
  });
}

const initializers: Record<InitializerId, string> = {
  glorotUniform: '"glorot_uniform"',
  glorotNormal: '"glorot_normal"',
  heUniform: '"he_uniform"',
  heNormal: '"he_normal"',
  lecunNormal: '"lecun_normal"',
  uniform: 'keras.initializers.RandomUniform(-0.5, 0.5)',
  normal: 'keras.initializers.RandomNormal(stddev=1.0)',
  zeros: '"zeros"',
};

function penaltyLine({ l1, l2 }: { readonly l1: number; readonly l2: number }): Part {
  if (l1 > 0 && l2 > 0) return `penalty = keras.regularizers.L1L2(l1=${floatText(l1)}, l2=${floatText(l2)})`;
  if (l1 > 0) return `penalty = keras.regularizers.L1(${floatText(l1)})`;
  return l2 > 0 && `penalty = keras.regularizers.L2(${floatText(l2)})`;
}

function layerLine(facts: ProgramContext, { units, activation, isOutput, frozen }: LayerFacts): string {
  const { experiment, inlined, fromLogits } = facts;
  const { l1, l2 } = experiment.loss;
  const items = [
    String(units),
    ...(activation === 'linear' || (isOutput && fromLogits)
      ? []
      : [`activation=${activationText(activation)}`]),
    ...(inlined ? [] : [`kernel_initializer=${initializers[experiment.model.initializer]}`]),
    ...(l1 + l2 > 0 ? ['kernel_regularizer=penalty'] : []),
    ...(frozen ? ['trainable=False'] : []),
  ];
  return `${listed('keras.layers.Dense(', items, ')', 83)},`;
}

export function kerasModel(facts: ProgramContext): Piece[] {
  const { layers, inlined, experiment, network, say } = facts;
  const { initializer, seed } = experiment.model;
  const truncates = !inlined && ['glorotNormal', 'heNormal', 'lecunNormal'].includes(initializer);
  return code(
    activationDefinitions(facts),
    !inlined && `keras.utils.set_random_seed(${seed})`,
    truncates &&
      comment(
        '# ',
        say({
          en: 'Keras cuts normal distributions off at two standard deviations; the page does not.',
          zh: 'Keras 在两个标准差处截断正态分布，页面则不截断。',
        }),
      ),
    penaltyLine(experiment.loss),
    'model = keras.Sequential([',
    indented(
      4,
      `keras.Input(shape=(${network.inputs},)),`,
      layers.map((layer) => layerLine(facts, layer)),
    ),
    '])',
    inlined && [pythonKernels(facts), inlinedWeights(facts)],
    frozenWeights(facts),
  );
}

function inlinedWeights({ layers, output }: ProgramContext): Part {
  const handSet = output.biases !== '';
  const bias = handSet ? 'b' : 'np.zeros(len(W[0]))';
  if (layers.length === 1) return `model.layers[0].set_weights([W, ${bias}])`;
  const numbers = layers.map(({ number }) => number);
  const lists = handSet ? ['W', 'b'] : ['W'];
  const names = lists.map((name) => `[${numbers.map((number) => name + number).join(', ')}]`);
  return [
    listed(`for ${['layer', ...lists].join(', ')} in zip(`, ['model.layers', ...names], '):'),
    `    layer.set_weights([W, ${bias}])`,
  ];
}

/** Single frozen weights are put back after each update by a constraint. */
function frozenWeights({ layers, freezesSome, say }: ProgramContext): Part {
  if (!freezesSome) return false;
  const words = {
    en: 'Puts entries back after each update: they are frozen.',
    zh: '每次更新后把冻结的元素放回原值。',
  };
  const where = {
    en: '(rows, columns) of a kernel, indices of a bias',
    zh: '权重矩阵的 (行, 列)，偏置的序号',
  };
  return [
    '',
    'class Keep(keras.constraints.Constraint):',
    `    """${say(words)}"""`,
    '',
    '    def __init__(self, weight, entries):',
    '        self.kept = keras.ops.convert_to_numpy(weight)',
    '        self.mask = np.zeros(self.kept.shape, dtype=bool)',
    '        self.mask[entries] = True',
    '',
    '    def __call__(self, weight):',
    '        weight = keras.ops.convert_to_tensor(weight)',
    '        return keras.ops.where(self.mask, self.kept, weight)',
    '',
    `# ${say(where)}`,
    layers.flatMap(({ frozenRows, frozenColumns, frozenBiases }, k) => [
      ...keep(
        k,
        'kernel',
        frozenRows.length > 0,
        `([${frozenRows.join(', ')}], [${frozenColumns.join(', ')}])`,
      ),
      ...keep(k, 'bias', frozenBiases.length > 0, `[${frozenBiases.join(', ')}]`),
    ]),
  ];
}

function keep(layer: number, weight: string, some: boolean, entries: string): string[] {
  const name = `model.layers[${layer}].${weight}`;
  return some ? [`${name}.constraint = Keep(`, `    ${name}, ${entries}`, ')'] : [];
}

/** `loss(y, z)`: a loss of Keras where it has the page's, else a function that answers one number a point. */
export function kerasLoss({ head, output, say }: ProgramContext): Piece[] {
  const single = output.units === 1;
  if (head === 'sigmoidBinary' && single) return ['loss = keras.losses.BinaryCrossentropy(from_logits=True)'];
  if (head === 'softmaxCategorical')
    return ['loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)'];
  const bodies: Record<Exclude<Head, 'softmaxCategorical'>, string> = {
    sigmoidBinary: `losses = keras.ops.binary_crossentropy(y, z, from_logits=True)
return keras.ops.sum(losses, axis=-1)  # ${say({ en: 'Keras takes the mean of the units', zh: 'Keras 默认对各单元取平均' })}`,
    sigmoidCategorical: 'return keras.ops.sum(y * keras.ops.softplus(-z), axis=-1)',
    softmaxBinary: `total = keras.ops.logsumexp(z, axis=-1, keepdims=True)
hidden = 1e9 * keras.ops.eye(${output.units})  # ${say({ en: 'hides unit j in row j', zh: '第 j 行隐去第 j 个单元' })}
others = keras.ops.logsumexp(keras.ops.expand_dims(z, 1) - hidden, axis=-1)
return keras.ops.sum(y * (total - z) + (1 - y) * (total - others), axis=-1)`,
    squared: 'return 0.5 * keras.ops.sum(keras.ops.square(a - y), axis=-1)',
    clippedBinary: `log_a = keras.ops.log(keras.ops.clip(a, 1e-7, 1 - 1e-7))
log_rest = keras.ops.log(keras.ops.clip(1 - a, 1e-7, 1 - 1e-7))
return -keras.ops.sum(y * log_a + (1 - y) * log_rest, axis=-1)`,
    clippedCategorical: `log_a = keras.ops.log(keras.ops.clip(a, 1e-7, 1 - 1e-7))
return -keras.ops.sum(y * log_a, axis=-1)`,
  };
  const takesOutput = head === 'squared' || head.startsWith('clipped');
  return code(
    `def loss(y, ${takesOutput ? 'a' : 'z'}):`,
    `    """${say({ en: 'L of each point, summed over the output units.', zh: '每个样本的损失 L，对各输出单元求和。' })}"""`,
    indented(4, bodies[head]),
    '',
  );
}
