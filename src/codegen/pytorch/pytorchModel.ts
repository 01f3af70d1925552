/** Steps 1 and 2 in PyTorch: the layers, their initial weights, what is frozen, and the loss from logits. */
import { activationNotes } from '../../engine/model/activations/notes';
import { initializerNotes } from '../../engine/model/initializers/notes';
import { activationDefinitions } from '../activationDefinitions';
import { code, indented, listed, type Part, type Piece } from '../code';
import { floatText } from '../numbers';
import type { LayerFacts, ProgramContext } from '../programContext';
import { pythonKernels } from '../python/pythonData';

function layerLines({ fromLogits, say }: ProgramContext, layer: LayerFacts): string[] {
  const { inputs, units, activation, isOutput, frozen } = layer;
  const linear = `nn.Linear(${inputs}, ${units})${frozen ? '.requires_grad_(False)' : ''},`;
  const noted = frozen ? `${linear}  # ${say({ en: 'frozen', zh: '已冻结' })}` : linear;
  return activation === 'linear' || (isOutput && fromLogits)
    ? [noted]
    : [noted, `${activationNotes[activation].names.pytorch.module},`];
}

export function pytorchModel(facts: ProgramContext): Piece[] {
  const { layers, inlined, experiment } = facts;
  const { initializer, seed } = experiment.model;
  return code(
    activationDefinitions(facts, 'pytorch'),
    !inlined && `torch.manual_seed(${seed})`,
    'model = nn.Sequential(',
    indented(
      4,
      layers.flatMap((layer) => layerLines(facts, layer)),
    ),
    ')',
    inlined
      ? [pythonKernels(facts), inlinedWeights(facts)]
      : [
          'for layer in model:',
          '    if isinstance(layer, nn.Linear):',
          indented(8, initializerNotes[initializer].programs.pytorch, 'nn.init.zeros_(layer.bias)'),
        ],
  );
}

/** Places of the linear layers in nn.Sequential. */
export function linearPlaces({ layers, fromLogits }: ProgramContext): number[] {
  let place = 0;
  return layers.map(({ activation, isOutput }) => {
    const at = place;
    place += activation === 'linear' || (isOutput && fromLogits) ? 1 : 2;
    return at;
  });
}

function inlinedWeights(facts: ProgramContext): Part {
  const { layers, output, say } = facts;
  const words = say({ en: 'PyTorch keeps kernels as [out][in]', zh: 'PyTorch 的权重按 [输出][输入] 存放' });
  const handSet = output.biases !== '';
  const copies = (layer: string) => [
    `${layer}.weight.copy_(torch.tensor(W.T))  # ${words}`,
    handSet ? `${layer}.bias.copy_(torch.tensor(b))` : `${layer}.bias.zero_()`,
  ];
  if (layers.length === 1) return ['with torch.no_grad():', indented(4, copies('model[0]'))];
  const places = linearPlaces(facts);
  const items = layers.map(({ number }, k) =>
    handSet ? `(${places[k]}, W${number}, b${number})` : `(${places[k]}, W${number})`,
  );
  return [
    'with torch.no_grad():',
    indented(
      4,
      listed(`for place, W${handSet ? ', b' : ''} in [`, items, ']:', 84),
      indented(4, copies('model[place]')),
    ),
  ];
}

/** `loss(z, y)`: the mean of L over the points. */
export function pytorchLoss({ head, notes, lossOptions, output: { units }, say }: ProgramContext): Piece[] {
  const loss = notes.pytorch({ units, options: lossOptions.map(floatText), say });
  if ('line' in loss) return [loss.line];
  return code(
    `def loss(${head.fromLogits ? 'z' : 'a'}, y):`,
    `    """${say({ en: 'Mean of L over the points; L is a sum over the output units.', zh: '损失 L 的平均值；L 对各输出单元求和。' })}"""`,
    indented(4, loss.body),
  );
}
