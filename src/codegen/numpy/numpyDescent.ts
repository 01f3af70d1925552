/** Step 3 in NumPy: the backward pass layer by layer, the optimiser in place, and the loop over the epochs. */

import { code, comment, indented, listed, type Part, type Piece } from '../code';
import { floatText } from '../numbers';
import type { Block } from '../program';
import type { LayerFacts, ProgramContext } from '../programContext';
import { pythonBeforeLoop, pythonCurve, pythonMeasure } from '../python/pythonData';
import { pythonSchedule } from '../schedules';
import { epochWords, nothingTrains, step } from '../steps';
import { numpyActivation } from './numpyActivations';
import { forwardNames } from './numpyForward';
import { numpyLoss } from './numpyLoss';
import { numpyOptions, numpyUpdates } from './numpyUpdates';

/** dJ/dW and dJ/db of the layers that train, from the last to the first of them. */
export function backwardLines(facts: ProgramContext): Part {
  const { layers, experiment } = facts;
  const { l1, l2 } = experiment.loss;
  const { slope } = numpyLoss(facts);
  const last = layers.length - 1;
  const first = layers.findIndex(({ frozen }) => !frozen);
  const lines: Part[] = [];
  for (let k = last; k >= first; k--) {
    const { number, frozen, activation } = layers[k] as LayerFacts;
    const z = `z${number}`;
    if (k === last)
      lines.push(`d${z} = ${'body' in slope ? `loss_slope(${z}, y)` : `(${slope.expression(z)})`} / len(X)`);
    else {
      const g = activation === 'softmax' ? '' : numpyActivation(activation).slope(z, `a${number}`);
      lines.push(`d${z} = dz${k + 2} @ W${k + 2}.T${g === '' ? '' : ` * ${g}`}`);
    }
    if (frozen) continue;
    const penalty = `${l2 > 0 ? ` + 2 * l2 * W${number}` : ''}${l1 > 0 ? ` + l1 * np.sign(W${number})` : ''}`;
    lines.push(
      `dW${number} = ${k === 0 ? 'X' : `a${k}`}.T @ d${z}${penalty}`,
      `db${number} = d${z}.sum(axis=0)`,
    );
    lines.push(frozenGradients(layers[k] as LayerFacts));
  }
  return lines;
}

function frozenGradients({ number, frozenRows, frozenBiases }: LayerFacts): Part {
  return [
    frozenRows.length > 0 && `dW${number}[frozen_W${number}] = 0`,
    frozenBiases.length > 0 && `db${number}[frozen_b${number}] = 0`,
  ];
}

function trained({ layers }: ProgramContext, name: (number: string) => string): string[] {
  return layers.filter(({ frozen }) => !frozen).map(({ number }) => name(number));
}

function frozenWords({ layers, say, freezesSome }: ProgramContext): Part {
  const whole = layers.filter(({ frozen }) => frozen).map(({ number }) => `W${number}, b${number}`);
  return [
    whole.length > 0 &&
      comment(
        '# ',
        say({
          en: `Frozen, so not trained: ${whole.join(', ')}`,
          zh: `已冻结，不参与训练：${whole.join(', ')}`,
        }),
      ),
    freezesSome && [
      comment(
        '# ',
        say({
          en: 'Single weights that are frozen: (rows, columns).',
          zh: '单独冻结的权重所在的 (行, 列)。',
        }),
      ),
      layers.map(({ number, frozenRows, frozenColumns, frozenBiases }) => [
        frozenRows.length > 0 &&
          `frozen_W${number} = ([${frozenRows.join(', ')}], [${frozenColumns.join(', ')}])`,
        frozenBiases.length > 0 && `frozen_b${number} = [${frozenBiases.join(', ')}]`,
      ]),
    ],
  ];
}

/** Weight decay would move what is frozen, so it is put back. */
function putBack({ layers, experiment }: ProgramContext): { keep: Part; restore: Part } {
  if (experiment.training.optimizer.id !== 'adamw') return { keep: false, restore: false };
  const names = layers.flatMap(({ number, frozenRows, frozenBiases }) => [
    ...(frozenRows.length > 0 ? [`W${number}`] : []),
    ...(frozenBiases.length > 0 ? [`b${number}`] : []),
  ]);
  return {
    keep: names.map((name) => `kept_${name} = ${name}[frozen_${name}]`),
    restore: names.map((name) => `${name}[frozen_${name}] = kept_${name}`),
  };
}

/** One update with the points X, y; `rate` is how the learning rate is written. */
function updateLines(facts: ProgramContext, rate: string, X: string, y: string): Piece[] {
  const { clipNorm, optimizer } = facts.experiment.training;
  const { slots, before, rule } = numpyUpdates[optimizer.id];
  const letters = ['w', 'g', ...slots.map(({ letter }) => letter)].join(', ');
  const lists = ['parameters', 'grads', ...slots.map(({ list }) => list)].join(', ');
  const { keep, restore } = putBack(facts);
  const first = before(rate);
  return code(
    `grads = gradients(${X}, ${y})`,
    clipNorm !== null && [
      'norm = np.sqrt(sum((g**2).sum() for g in grads))',
      `if norm > ${floatText(clipNorm)}:`,
      `    grads = [g * ${floatText(clipNorm)} / norm for g in grads]`,
    ],
    first !== '' && first,
    keep,
    `for ${letters} in zip(${lists}):`,
    indented(4, rule(rate)),
    restore,
  );
}

function epochLines(facts: ProgramContext): Part {
  const { batchSize, inlined, hasSchedule } = facts;
  const rate = hasSchedule ? 'rate' : 'learning_rate';
  const rateLine = hasSchedule && 'rate = learning_rate(epoch - 1)';
  if (batchSize === null) return [rateLine, updateLines(facts, rate, 'X_train', 'y_train')];
  return [
    rateLine,
    inlined ? 'order = epoch_order(epoch - 1, len(X_train))' : 'order = rng.permutation(len(X_train))',
    'for start in range(0, len(order), batch_size):',
    '    batch = order[start : start + batch_size]',
    indented(4, updateLines(facts, rate, 'X_train[batch]', 'y_train[batch]')),
  ];
}

export function descentStep(facts: ProgramContext): Block {
  const { experiment, say, hasSchedule, batchSize } = facts;
  const { optimizer, learningRate } = experiment.training;
  const { slots } = numpyUpdates[optimizer.id];
  const isAdam = optimizer.id === 'adam' || optimizer.id === 'adamw';
  const grads = trained(facts, (number) => `dW${number}, db${number}`);
  const loop = [
    pythonBeforeLoop(facts),
    'for epoch in range(1, epochs + 1):',
    indented(4, !facts.freezesAll && epochLines(facts)),
    pythonMeasure(facts, (X, y) => `mean_loss(${X}, ${y})`),
    pythonCurve(facts),
  ];
  if (facts.freezesAll) return step(facts, 3, [epochWords(facts), nothingTrains], loop);
  const backward = code(backwardLines(facts));
  return step(
    facts,
    3,
    [epochWords(facts)],
    frozenWords(facts),
    '',
    'def gradients(X, y):',
    `    """${say({ en: 'Backward pass: dJ/dW and dJ/db, from the last layer to the first.', zh: '反向传播：从最后一层到第一层，求 dJ/dW 和 dJ/db。' })}"""`,
    indented(
      4,
      `${namesUsed(forwardNames(facts), backward)} = forward(X)`,
      backward,
      listed('return [', grads, ']', 84),
    ),
    '',
    hasSchedule ? pythonSchedule(facts) : `learning_rate = ${floatText(learningRate)}`,
    numpyOptions(facts),
    batchSize !== null && `batch_size = ${batchSize}`,
    listed(
      'parameters = [',
      trained(facts, (number) => `W${number}, b${number}`),
      ']',
    ),
    slots.map(({ list, start }) => `${list} = [${start} for w in parameters]`),
    isAdam && `t = 0  # ${say({ en: 'updates so far', zh: '已更新的次数' })}`,
    loop,
  );
}

/** The names that some line uses, with _ in place of the others. */
function namesUsed(names: string, lines: readonly Piece[]): string {
  const text = lines.filter((line) => typeof line === 'string').join('\n');
  return names
    .split(', ')
    .map((name) => (new RegExp(`\\b${name}\\b`).test(text) ? name : '_'))
    .join(', ');
}
