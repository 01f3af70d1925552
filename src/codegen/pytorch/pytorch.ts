/** The experiment in PyTorch: nn.Sequential, a loss, and the loop written out. */
import type { Localized } from '../../i18n/localized';
import { orderBlocks } from '../batchOrder';
import { code, comment, indented, type Part, type Piece } from '../code';
import { floatText } from '../numbers';
import type { Block } from '../program';
import type { LayerFacts, ProgramContext } from '../programContext';
import { pythonBeforeLoop, pythonCurve, pythonData, pythonMeasure } from '../python/pythonData';
import { rateFactor } from '../schedules';
import { clippedWords, epochWords, halfWords, logitWords, nothingTrains, step, top } from '../steps';
import { linearPlaces, pytorchLoss, pytorchModel } from './pytorchModel';
import { beforeStep, optimizerLines, optimizerWords } from './pytorchOptimizers';

export function pytorchBlocks(facts: ProgramContext): Block[] {
  const { head, output, testPoints } = facts;
  const targets = head === 'softmaxCategorical' ? 'index' : output.units > 1 ? 'oneHot' : 'column';
  const type = targets === 'index' ? '' : ', dtype=torch.float32';
  const names = testPoints > 0 ? ['train', 'test'] : ['train'];
  const loss = pytorchLoss(facts);
  const functional = loss.some((line) => typeof line === 'string' && line.includes('F.'));
  return [
    top(
      facts,
      'PyTorch',
      { en: 'Needs: pip install numpy torch', zh: '需要先安装：pip install numpy torch' },
      null,
      'import numpy as np',
      'import torch',
      functional && 'import torch.nn.functional as F',
      'from torch import nn',
    ),
    step(
      facts,
      0,
      [],
      pythonData(facts, targets),
      '',
      names.map((name) => [
        `X_${name} = torch.tensor(X_${name}, dtype=torch.float32)`,
        `y_${name} = torch.tensor(y_${name}${type})`,
      ]),
    ),
    step(facts, 1, logitWords(facts), pytorchModel(facts)),
    step(facts, 2, lossWords(facts), loss, penalty(facts)),
    ...orderBlocks(facts, 'python'),
    descentStep(facts),
  ];
}

function lossWords(facts: ProgramContext): Localized[] {
  const { head } = facts;
  if (head === 'squared') return [halfWords(facts, 'nn.MSELoss')];
  return head.startsWith('clipped') ? [clippedWords] : [];
}

/** What is added to the mean loss. The optimisers' own weight_decay would reach the biases, too. */
function penalty({ experiment, say, freezesAll }: ProgramContext): Part {
  const { l1, l2 } = experiment.loss;
  if (l1 + l2 === 0 || freezesAll) return false;
  const terms = [
    ...(l1 > 0 ? [`${floatText(l1)} * W.abs().sum()`] : []),
    ...(l2 > 0 ? [`${floatText(l2)} * W.square().sum()`] : []),
  ];
  return [
    '',
    'def penalty():',
    `    """${say({ en: 'What J adds to the mean loss: kernels only, no biases.', zh: 'J 在平均损失之外加上的部分：只含权重，不含偏置。' })}"""`,
    '    return sum(',
    `        ${terms.join(' + ')}`,
    '        for W in model.parameters()',
    '        if W.dim() == 2',
    '    )',
  ];
}

function descentStep(facts: ProgramContext): Block {
  const { freezesAll } = facts;
  return step(
    facts,
    3,
    [epochWords(facts), ...(freezesAll ? [nothingTrains] : optimizerWords(facts))],
    !freezesAll && [optimizerLines(facts), scheduler(facts), frozenEntries(facts)],
    '',
    'def mean_loss(X, y):',
    '    with torch.no_grad():',
    '        return loss(model(X), y).item()',
    '',
    pythonBeforeLoop(facts),
    'for epoch in range(1, epochs + 1):',
    indented(4, !freezesAll && epochLines(facts)),
    pythonMeasure(facts, (X, y) => `mean_loss(${X}, ${y})`),
    pythonCurve(facts),
  );
}

function scheduler(facts: ProgramContext): Part {
  if (!facts.hasSchedule) return false;
  const words = {
    en: 'The factor on the learning rate in an epoch, counted from 0.',
    zh: '第 epoch 轮（从 0 数起）学习率所乘的倍数。',
  };
  return [
    '',
    'def rate_factor(epoch):',
    `    """${facts.say(words)}"""`,
    `    return ${rateFactor(facts, 'python')}`,
    '',
    'scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, rate_factor)',
  ];
}

/** (parameter, entries) of what is frozen singly; PyTorch's kernels are [out][in]. */
function frozenEntries(facts: ProgramContext): Part {
  if (!facts.freezesSome) return false;
  const places = linearPlaces(facts);
  const entries = facts.layers.flatMap(({ frozenRows, frozenColumns, frozenBiases }: LayerFacts, k) => [
    ...(frozenRows.length > 0
      ? [`(model[${places[k]}].weight, ([${frozenColumns.join(', ')}], [${frozenRows.join(', ')}])),`]
      : []),
    ...(frozenBiases.length > 0 ? [`(model[${places[k]}].bias, [${frozenBiases.join(', ')}]),`] : []),
  ]);
  const words = {
    en: 'Single weights that are frozen: (outputs, inputs) of a kernel, indices of a bias.',
    zh: '单独冻结的权重：权重矩阵的 (输出, 输入)，偏置的序号。',
  };
  return [comment('# ', facts.say(words)), 'frozen = [', indented(4, entries), ']'];
}

function epochLines(facts: ProgramContext): Piece[] {
  const { batchSize, inlined, hasSchedule } = facts;
  const schedule = hasSchedule && 'scheduler.step()';
  if (batchSize === null) return code(updateLines(facts, 'X_train', 'y_train'), schedule);
  return code(
    inlined
      ? 'order = torch.from_numpy(epoch_order(epoch - 1, len(X_train)))'
      : 'order = torch.randperm(len(X_train))',
    `for batch in order.split(${batchSize}):`,
    indented(4, updateLines(facts, 'X_train[batch]', 'y_train[batch]')),
    schedule,
  );
}

function updateLines(facts: ProgramContext, X: string, y: string): Piece[] {
  const { experiment, freezesSome } = facts;
  const { clipNorm, optimizer } = experiment.training;
  const { l1, l2 } = experiment.loss;
  const decays = freezesSome && optimizer.id === 'adamw';
  return code(
    'optimizer.zero_grad()',
    `J = loss(model(${X}), ${y})${l1 + l2 > 0 ? ' + penalty()' : ''}`,
    'J.backward()',
    freezesSome && ['for weight, entries in frozen:', '    weight.grad[entries] = 0'],
    clipNorm !== null && `nn.utils.clip_grad_norm_(model.parameters(), ${floatText(clipNorm)})`,
    decays && 'kept = [weight[entries].detach().clone() for weight, entries in frozen]',
    beforeStep(facts),
    'optimizer.step()',
    decays && [
      'with torch.no_grad():',
      '    for (weight, entries), values in zip(frozen, kept):',
      '        weight[entries] = values',
    ],
  );
}
