/** Steps 1 and 2 in Keras 3: the layers, their initial weights, what is frozen, and the loss from logits. */
import type { OutputActivationId } from '../../engine/model/activations';
import { activationNotes } from '../../engine/model/activations/notes';
import { initializerNotes } from '../../engine/model/initializers/notes';
import { activationDefinitions } from '../activationDefinitions';
import { code, comment, indented, listed, type Part, type Piece } from '../code';
import { floatText } from '../numbers';
import type { LayerFacts, ProgramContext } from '../programContext';
import { pythonKernels } from '../python/pythonData';

/** As `Dense(activation=…)` takes it. */
function activationText(activation: OutputActivationId): string {
  const { name, code: expression } = activationNotes[activation].names.keras;
  return expression ?? `"${name}"`;
}

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
    ...(inlined
      ? []
      : [`kernel_initializer=${initializerNotes[experiment.model.initializer].programs.keras}`]),
    ...(l1 + l2 > 0 ? ['kernel_regularizer=penalty'] : []),
    ...(frozen ? ['trainable=False'] : []),
  ];
  return `${listed('keras.layers.Dense(', items, ')', 83)},`;
}

export function kerasModel(facts: ProgramContext): Piece[] {
  const { layers, inlined, experiment, network, say } = facts;
  const { initializer, seed } = experiment.model;
  const truncates = !inlined && initializerNotes[initializer].isCutInKeras;
  return code(
    activationDefinitions(facts, 'keras'),
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
export function kerasLoss({ head, notes, lossOptions, output: { units }, say }: ProgramContext): Piece[] {
  const loss = notes.keras({ units, options: lossOptions.map(floatText), say });
  if ('line' in loss) return [loss.line];
  return code(
    `def loss(y, ${head.fromLogits ? 'z' : 'a'}):`,
    `    """${say({ en: 'L of each point, summed over the output units.', zh: '每个样本的损失 L，对各输出单元求和。' })}"""`,
    indented(4, loss.body),
    '',
  );
}
