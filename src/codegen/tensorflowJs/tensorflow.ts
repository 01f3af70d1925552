/**
 * The experiment in TensorFlow.js. Where the layers API can express it, `compile` and `fit` train; where it cannot (see `reasons`),
 * a loop over `variableGrads` does.
 */

import type { OptimizerId } from '../../engine/training/optimizers';
import { option } from '../../engine/training/optimizers/optimizer';
import type { Localized } from '../../i18n/localized';
import { orderBlocks } from '../batchOrder';
import { code, comment, indented, type Part, type Piece } from '../code';
import { numberText } from '../numbers';
import type { Block } from '../program';
import type { ProgramContext } from '../programContext';
import { rateFactor } from '../schedules';
import { epochWords, fittedWords, nothingTrains, step, top } from '../steps';
import { tensorflowData } from './tensorflowData';
import { lossStep, modelStep } from './tensorflowModel';
import { updateByHand, writtenOut } from './tensorflowUpdates';

export function tensorflowBlocks(facts: ProgramContext): Block[] {
  const why = reasons(facts);
  const start = facts.inlined
    ? {
        en: 'Needs: npm install @tensorflow/tfjs (Node, or a page with a bundler)',
        zh: '需要先安装：npm install @tensorflow/tfjs（在 Node 或带打包工具的网页中运行）',
      }
    : {
        en: 'Needs: npm install @tensorflow/tfjs, and Node to read the points',
        zh: '需要先安装：npm install @tensorflow/tfjs，并用 Node 运行，以便读取样本',
      };
  const backend = {
    en: 'WebGL would round epsilons to 1e-4; small models are fast enough here.',
    zh: 'WebGL 后端的 epsilon 至少为 1e-4；小模型在 CPU 上已足够快。',
  };
  return [
    top(
      facts,
      'TensorFlow.js',
      start,
      null,
      !facts.inlined && "import { readFileSync } from 'node:fs';",
      "import * as tf from '@tensorflow/tfjs';",
      '',
      comment('// ', facts.say(backend)),
      "await tf.setBackend('cpu');",
    ),
    step(facts, 0, [], tensorflowData(facts)),
    modelStep(facts, why.length > 0),
    lossStep(facts, !fitsWhole(facts, why)),
    ...orderBlocks(facts, 'javascript'),
    descentStep(facts, why),
  ];
}

/** What of the experiment `fit` with an optimiser of `tf.train` cannot do, or not to the same numbers. */
function reasons(facts: ProgramContext): Localized[] {
  const { experiment, freezesSome } = facts;
  const { loss, model, training } = experiment;
  const { id } = training.optimizer;
  return [
    ...(training.clipNorm === null ? [] : [{ en: 'clip gradients', zh: '梯度裁剪' }]),
    ...(freezesSome ? [{ en: 'freeze single weights', zh: '冻结单个权重' }] : []),
    ...(writtenOut(facts) ? ruleReasons[id] : []),
    ...(loss.l1 > 0 && (model.initializer === 'zeros' || facts.run?.start)
      ? [{ en: 'take 0 for the slope of |w| at 0', zh: '在 w = 0 处取 |w| 的导数为 0' }]
      : []),
  ];
}

const momentumReason = {
  en: "take the page's momentum with a schedule",
  zh: '采用页面上动量与学习率调度结合的规则',
};
/** Why a rule is written out. */
const ruleReasons: Readonly<Record<OptimizerId, readonly Localized[]>> = {
  sgd: [],
  momentum: [momentumReason],
  nesterov: [momentumReason],
  adagrad: [{ en: "take the page's epsilon", zh: '采用页面上的 epsilon' }],
  rmsprop: [],
  adam: [
    {
      en: 'add epsilon before the bias correction, as the page does',
      zh: '像页面那样在偏差修正之前加 epsilon',
    },
  ],
  adamw: [{ en: 'decay weights (AdamW)', zh: '权重衰减（AdamW）' }],
};

/** What the rules of `tf.train` take after the learning rate. */
const builtIn: Record<Exclude<OptimizerId, 'adamw'>, (value: (id: string) => string) => readonly string[]> = {
  sgd: () => [],
  momentum: (value) => [value('momentum')],
  nesterov: (value) => [value('momentum'), 'true'],
  adagrad: () => ['0.1'],
  rmsprop: (value) => [value('rho'), '0', value('epsilon')],
  adam: (value) => [value('beta1'), value('beta2'), value('epsilon')],
};

function optimizerLine(facts: ProgramContext): string {
  const { optimizer, learningRate } = facts.experiment.training;
  const { id, options } = optimizer;
  if (id === 'adamw') throw new RangeError('tf.train has no AdamW');
  const values = builtIn[id]((key) => numberText(option(options, key)));
  const name = id === 'nesterov' ? 'momentum' : id;
  return `const optimizer = tf.train.${name}(${[numberText(learningRate), ...values].join(', ')});`;
}

/** How the rate of an optimiser of `tf.train` is set. */
function setRate({ experiment }: ProgramContext, epoch: string): string {
  const rate = `learningRate(${epoch})`;
  return experiment.training.optimizer.id === 'sgd'
    ? `optimizer.setLearningRate(${rate});`
    : `optimizer.learningRate = ${rate};`;
}

function schedule(facts: ProgramContext): Part {
  if (!facts.hasSchedule) return false;
  const words = {
    en: 'The learning rate of an epoch, counted from 0.',
    zh: '第 epoch 轮（从 0 数起）的学习率。',
  };
  return [
    comment('// ', facts.say(words)),
    `const learningRate = (epoch) => ${numberText(facts.experiment.training.learningRate)} * ${rateFactor(facts, 'javascript')};`,
  ];
}

/** The stop rules that look at the training loss, in the loop over the epochs. */
function stops({ experiment, say }: ProgramContext): Part {
  const { trainLoss, plateau } = experiment.training.stop;
  return [
    trainLoss !== null &&
      `if (trainLoss <= ${numberText(trainLoss)}) break; // ${say({ en: 'low enough', zh: '足够小' })}`,
    plateau !== null && [
      `if (trainLoss < bestLoss - ${numberText(plateau.minImprovement)}) [bestLoss, bestEpoch] = [trainLoss, epoch];`,
      `if (epoch - bestEpoch >= ${plateau.epochs}) break; // ${say({ en: 'a plateau', zh: '不再下降' })}`,
    ],
  ];
}

/**
 * Whether one call of `fit` trains it all. What `fit` calls the loss is a mean over the epoch and holds the penalties, so that the
 * page's stop rules cannot look at it.
 */
function fitsWhole({ freezesAll, inlined, experiment }: ProgramContext, why: readonly Localized[]): boolean {
  const { trainLoss, plateau } = experiment.training.stop;
  return !freezesAll && !inlined && why.length === 0 && trainLoss === null && plateau === null;
}

/** What the rule of `tf.train` does otherwise than the page. */
const adamWords: Localized = {
  en: 'tf.train.adam adds epsilon after the bias correction, the page before it.',
  zh: 'tf.train.adam 在偏差修正之后加 epsilon，页面在修正之前加。',
};

function descentWords(facts: ProgramContext, why: readonly Localized[]): Localized[] {
  if (facts.freezesAll) return [epochWords(facts), nothingTrains];
  const whyWords = {
    en: `fit cannot ${why.map(({ en }) => en).join(', nor ')}, so the updates are written out.`,
    zh: `fit 无法做到：${why.map(({ zh }) => zh).join('；')}。因此这里把更新过程逐步写出。`,
  };
  const isAdam = facts.experiment.training.optimizer.id === 'adam' && !writtenOut(facts);
  return [epochWords(facts), ...(why.length > 0 ? [whyWords] : []), ...(isAdam ? [adamWords] : [])];
}

function descentStep(facts: ProgramContext, why: readonly Localized[]): Block {
  const { freezesAll, experiment } = facts;
  const words = descentWords(facts, why);
  if (fitsWhole(facts, why)) return step(facts, 3, words, wholeFit(facts));
  return step(
    facts,
    3,
    words,
    !freezesAll && [
      schedule(facts),
      why.length > 0
        ? updateByHand(facts, optimizerLine, setRate)
        : [optimizerLine(facts), 'model.compile({ optimizer, loss });'],
    ],
    `const epochs = ${facts.epochs};`,
    'const history = [];',
    experiment.training.stop.plateau !== null && 'let [bestLoss, bestEpoch] = [Infinity, 0];',
    'for (let epoch = 1; epoch <= epochs; epoch++) {',
    indented(
      2,
      !freezesAll && (why.length > 0 ? loopOverBatches(facts) : fitOneEpoch(facts)),
      'const trainLoss = meanLoss(XTrain, yTrain);',
      facts.testPoints > 0 && 'const testLoss = meanLoss(XTest, yTest);',
      `history.push([epoch, trainLoss${facts.testPoints > 0 ? ', testLoss' : ''}]);`,
      stops(facts),
    ),
    '}',
    curve(facts),
  );
}

/** One epoch of `fit`; in the order of the page where the program repeats its run. */
function fitOneEpoch(facts: ProgramContext): Piece[] {
  const rate = facts.hasSchedule && setRate(facts, 'epoch - 1');
  if (facts.batchSize === null || !facts.inlined) {
    const size = facts.batchSize ?? 'train.length';
    return code(rate, `await model.fit(XTrain, yTrain, { batchSize: ${size}, epochs: 1, verbose: 0 });`);
  }
  return code(
    rate,
    "const order = tf.tensor1d(epochOrder(epoch - 1, train.length), 'int32');",
    'const [X, y] = [XTrain.gather(order), yTrain.gather(order)];',
    `await model.fit(X, y, { batchSize: ${facts.batchSize}, epochs: 1, shuffle: false, verbose: 0 });`,
    'tf.dispose([order, X, y]);',
  );
}

function loopOverBatches(facts: ProgramContext): Part {
  const { batchSize, inlined, hasSchedule } = facts;
  const epoch = hasSchedule ? ', epoch' : '';
  if (batchSize === null) return `update(XTrain, yTrain${epoch});`;
  return [
    inlined
      ? 'const order = epochOrder(epoch - 1, train.length);'
      : 'const order = Array.from(tf.util.createShuffledIndices(train.length));',
    `for (let start = 0; start < order.length; start += ${batchSize}) {`,
    `  const batch = tf.tensor1d(order.slice(start, start + ${batchSize}), 'int32');`,
    '  const [X, y] = [XTrain.gather(batch), yTrain.gather(batch)];',
    `  update(X, y${epoch});`,
    '  tf.dispose([batch, X, y]);',
    '}',
  ];
}

/** `fit` over all epochs, with the curve that it keeps. */
function wholeFit(facts: ProgramContext): Part {
  const { testPoints, batchSize, epochs, hasSchedule, say } = facts;
  return [
    schedule(facts),
    optimizerLine(facts),
    'model.compile({ optimizer, loss });',
    'const fitted = await model.fit(XTrain, yTrain, {',
    indented(
      2,
      `epochs: ${epochs},`,
      `batchSize: ${batchSize ?? 'train.length'},`,
      testPoints > 0 && 'validationData: [XTest, yTest],',
      'verbose: 0,',
      hasSchedule && [
        'callbacks: {',
        '  onEpochBegin: (epoch) => {',
        `    ${setRate(facts, 'epoch')}`,
        '  },',
        '},',
      ],
    ),
    '});',
    comment('// ', say(fittedWords(facts))),
    testPoints > 0
      ? 'const { loss: losses, val_loss: testLosses } = fitted.history;'
      : 'const { loss: losses } = fitted.history;',
    `const history = losses.map((value, i) => [i + 1, value${testPoints > 0 ? ', testLosses[i]' : ''}]);`,
    curve(facts),
  ];
}

/** Prints the losses, in ASCII, which every console can show. */
function curve({ testPoints, printEvery }: ProgramContext): Part {
  return [
    '',
    `console.log('epoch  training cost${testPoints > 0 ? '  test cost' : ''}');`,
    'for (const [epoch, ...values] of history) {',
    printEvery > 1 && `  if (epoch % ${printEvery} > 0 && epoch < history.length) continue;`,
    '  console.log(epoch, ...values.map((value) => value.toPrecision(7)));',
    '}',
  ];
}
