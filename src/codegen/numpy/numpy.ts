/** The experiment from scratch in NumPy (float64): forward pass, loss, backward pass and optimiser written out, layer by layer. */
import type { InitializerId } from '../../engine/model/initializers';
import { orderBlocks } from '../batchOrder';
import { code, indented, type Part } from '../code';
import { floatText } from '../numbers';
import type { Block } from '../program';
import type { ProgramContext } from '../programContext';
import { pythonData, pythonKernels } from '../python/pythonData';
import { clippedWords, logitWords, step, top } from '../steps';
import { definitionsFor } from './numpyActivations';
import { backwardLines, descentStep } from './numpyDescent';
import { forwardLines, forwardNames, lastLogits } from './numpyForward';
import { numpyLoss } from './numpyLoss';

export function numpyBlocks(facts: ProgramContext): Block[] {
  return [
    top(
      facts,
      'NumPy',
      { en: 'Needs: pip install numpy', zh: '需要先安装：pip install numpy' },
      null,
      'import numpy as np',
    ),
    step(facts, 0, [], pythonData(facts, facts.output.units > 1 ? 'oneHot' : 'column')),
    modelStep(facts),
    lossStep(facts),
    ...orderBlocks(facts, 'python'),
    descentStep(facts),
  ];
}

const initialDraws: Record<Exclude<InitializerId, 'zeros'>, string> = {
  glorotUniform: 'rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(6 / (n_in + n_out))',
  glorotNormal: 'rng.normal(0, np.sqrt(2 / (n_in + n_out)), (n_in, n_out))',
  heUniform: 'rng.uniform(-1, 1, (n_in, n_out)) * np.sqrt(6 / n_in)',
  heNormal: 'rng.normal(0, np.sqrt(2 / n_in), (n_in, n_out))',
  lecunNormal: 'rng.normal(0, np.sqrt(1 / n_in), (n_in, n_out))',
  uniform: 'rng.uniform(-0.5, 0.5, (n_in, n_out))',
  normal: 'rng.normal(0, 1, (n_in, n_out))',
};

function initialWeights(facts: ProgramContext): Part {
  const { layers, inlined, experiment } = facts;
  const { initializer, seed } = experiment.model;
  const biases = layers.map(({ number, units }) => `b${number} = np.zeros(${units})`);
  if (inlined)
    return [pythonKernels(facts), layers.map(({ biases: row }, k) => row === '' && (biases[k] ?? ''))];
  const generator = `rng = np.random.default_rng(${seed})`;
  if (initializer === 'zeros') {
    return [
      facts.batchSize !== null && !facts.freezesAll && generator,
      layers.map(({ number, inputs, units }, k) => [
        `W${number} = np.zeros((${inputs}, ${units}))`,
        biases[k] ?? '',
      ]),
    ];
  }
  return [
    generator,
    '',
    'def initial_kernel(n_in, n_out):',
    `    return ${initialDraws[initializer]}`,
    '',
    ...layers.map(
      ({ number, inputs, units }) =>
        `W${number}, b${number} = initial_kernel(${inputs}, ${units}), np.zeros(${units})`,
    ),
  ];
}

function definitions(facts: ProgramContext): Part {
  const { loss, slope } = numpyLoss(facts);
  const slopeLines = 'body' in slope ? slope.body : slope.expression('z');
  const training = facts.freezesAll ? [] : code(slopeLines, backwardLines(facts));
  return definitionsFor(
    [loss, ...forwardLines(facts), ...training].filter((line) => typeof line === 'string').join('\n'),
  );
}

function modelStep(facts: ProgramContext): Block {
  const { say } = facts;
  return step(
    facts,
    1,
    logitWords(facts),
    initialWeights(facts),
    definitions(facts),
    '',
    'def forward(X):',
    `    """${say({ en: 'Forward pass: z and a of every layer, all rows of X at once.', zh: '前向传播：同时计算 X 各行在每一层的 z 和 a。' })}"""`,
    indented(4, forwardLines(facts), `return ${forwardNames(facts)}`),
  );
}

function lossStep(facts: ProgramContext): Block {
  const { say, experiment, head, freezesAll } = facts;
  const { l1, l2 } = experiment.loss;
  const { loss, slope } = numpyLoss(facts);
  const penalties = {
    en: 'To J the penalties on the weights are added; they appear in its gradient (step 3), not in the costs printed.',
    zh: 'J 还要加上权重的正则化项；正则化项出现在梯度里（第 3 步），打印的成本不含正则化项。',
  };
  return step(
    facts,
    2,
    [
      ...(head.startsWith('clipped') ? [clippedWords] : []),
      ...(l1 + l2 > 0 && !freezesAll ? [penalties] : []),
    ],
    l1 > 0 && !freezesAll && `l1 = ${floatText(l1)}`,
    l2 > 0 && !freezesAll && `l2 = ${floatText(l2)}`,
    '',
    'def loss(z, y):',
    `    """${say({ en: 'L of each point, from the logits z.', zh: '每个样本的损失 L，由 logit z 计算。' })}"""`,
    indented(4, loss),
    'body' in slope &&
      !freezesAll && [
        '',
        'def loss_slope(z, y):',
        `    """${say({ en: 'dL/dz of the output layer.', zh: '输出层的 dL/dz。' })}"""`,
        indented(4, slope.body),
      ],
    '',
    'def mean_loss(X, y):',
    `    return loss(${lastLogits(facts)}, y).mean()`,
  );
}
