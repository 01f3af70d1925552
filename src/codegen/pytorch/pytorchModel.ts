/** Steps 1 and 2 in PyTorch: the layers, their initial weights, what is frozen, and the loss from logits. */
import { activationNotes } from '../../engine/model/activations/notes';
import type { InitializerId } from '../../engine/model/initializers';
import { code, indented, listed, type Part, type Piece } from '../code';
import type { Head, LayerFacts, ProgramContext } from '../programContext';
import { pythonKernels } from '../python/pythonData';

const initializers: Record<InitializerId, string> = {
  glorotUniform: 'nn.init.xavier_uniform_(layer.weight)',
  glorotNormal: 'nn.init.xavier_normal_(layer.weight)',
  heUniform: 'nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")',
  heNormal: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="relu")',
  lecunNormal: 'nn.init.kaiming_normal_(layer.weight, nonlinearity="linear")',
  uniform: 'nn.init.uniform_(layer.weight, -0.5, 0.5)',
  normal: 'nn.init.normal_(layer.weight, std=1.0)',
  zeros: 'nn.init.zeros_(layer.weight)',
};

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
          indented(8, initializers[initializer], 'nn.init.zeros_(layer.bias)'),
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
export function pytorchLoss({ head, output, say }: ProgramContext): Piece[] {
  if (head === 'sigmoidBinary' && output.units === 1) return ['loss = nn.BCEWithLogitsLoss()'];
  if (head === 'softmaxCategorical') return ['loss = nn.CrossEntropyLoss()'];
  const bodies: Record<Exclude<Head, 'softmaxCategorical'>, string> = {
    sigmoidBinary: `losses = F.binary_cross_entropy_with_logits(z, y, reduction="none")
return losses.sum(dim=1).mean()`,
    sigmoidCategorical: 'return (y * F.softplus(-z)).sum(dim=1).mean()',
    softmaxBinary: `total = z.logsumexp(dim=1, keepdim=True)
hidden = 1e9 * torch.eye(${output.units})  # ${say({ en: 'hides unit j in row j', zh: '第 j 行隐去第 j 个单元' })}
others = (z.unsqueeze(1) - hidden).logsumexp(dim=2)
return (y * (total - z) + (1 - y) * (total - others)).sum(dim=1).mean()`,
    squared: 'return (0.5 * (a - y).square()).sum(dim=1).mean()',
    clippedBinary: `log_a = a.clamp(1e-7, 1 - 1e-7).log()
log_rest = (1 - a).clamp(1e-7, 1 - 1e-7).log()
return -(y * log_a + (1 - y) * log_rest).sum(dim=1).mean()`,
    clippedCategorical: 'return -(y * a.clamp(1e-7, 1 - 1e-7).log()).sum(dim=1).mean()',
  };
  const takesOutput = head === 'squared' || head.startsWith('clipped');
  return code(
    `def loss(${takesOutput ? 'a' : 'z'}, y):`,
    `    """${say({ en: 'Mean of L over the points; L is a sum over the output units.', zh: '损失 L 的平均值；L 对各输出单元求和。' })}"""`,
    indented(4, bodies[head]),
  );
}
