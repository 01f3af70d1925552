/**
 * The experiment in TensorFlow.js. Where the layers API can express it, `compile` and `fit` train; where it cannot (see `reasons`),
 * a loop over `variableGrads` does.
 */
import type { Localized } from '../../../i18n/localized';
import { option } from '../../training/optimizers/optimizer';
import { javascriptOrder } from '../batchOrder';
import { code, comment, indented, type Part, type Piece } from '../code';
import type { Facts } from '../facts';
import type { Block } from '../program';
import { rateFormula } from '../schedules';
import { epochWords, fittedWords, nothingTrains, step, top } from '../steps';
import { tensorflowData } from './tensorflowData';
import { lossStep, modelStep } from './tensorflowModel';
import { updateByHand, writtenOut } from './tensorflowUpdates';

export function tensorflowBlocks(facts: Facts): Block[] {
  const why = reasons(facts);
  const start = facts.inlined
    ? {
        en: 'Needs: npm install @tensorflow/tfjs (Node, or a page with a bundler)',
        zh: '需要：npm install @tensorflow/tfjs（Node，或带打包工具的网页）',
      }
    : {
        en: 'Needs: npm install @tensorflow/tfjs, and Node to read the points',
        zh: '需要：npm install @tensorflow/tfjs，用 Node 运行以读取样本',
      };
  const backend = {
    en: 'WebGL would round epsilons to 1e-4; small models are fast enough here.',
    zh: 'WebGL 后端会把 epsilon 取为 1e-4；小模型在 CPU 上足够快。',
  };
  return [
    top(
      facts,
      'TensorFlow.js',
      start,
      !facts.inlined && "import { readFileSync } from 'node:fs';",
      "import * as tf from '@tensorflow/tfjs';",
      '',
      comment('// ', facts.say(backend)),
      "await tf.setBackend('cpu');",
    ),
    step(facts, 0, [], tensorflowData(facts)),
    modelStep(facts, why.length > 0),
    lossStep(facts),
    descentStep(facts, why),
  ];
}

/** What of the experiment `fit` with an optimiser of `tf.train` cannot do, or not to the same numbers. */
function reasons(facts: Facts): Localized[] {
  const { experiment, freezesSome } = facts;
  const { loss, model, training } = experiment;
  const { id } = training.optimizer;
  return [
    ...(training.clipNorm === null ? [] : [{ en: 'clip gradients', zh: '梯度裁剪' }]),
    ...(freezesSome ? [{ en: 'freeze single weights', zh: '冻结单个权重' }] : []),
    ...(id === 'adamw' ? [{ en: 'decay weights (AdamW)', zh: '权重衰减（AdamW）' }] : []),
    ...(id !== 'adamw' && writtenOut(facts)
      ? [
          {
            en: `take the page's ${id === 'adagrad' ? 'epsilon' : 'momentum with a schedule'}`,
            zh: id === 'adagrad' ? '页面上的 epsilon' : '页面上带学习率计划的动量',
          },
        ]
      : []),
    ...(loss.l1 > 0 && model.initializer === 'zeros'
      ? [{ en: 'take 0 for the slope of |w| at 0', zh: '在 w = 0 处取 |w| 的导数为 0' }]
      : []),
  ];
}

const optimizerCode: Record<
  'sgd' | 'momentum' | 'nesterov' | 'adagrad' | 'rmsprop' | 'adam',
  readonly string[]
> = {
  sgd: [],
  momentum: ['momentum'],
  nesterov: ['momentum'],
  adagrad: [],
  rmsprop: ['rho'],
  adam: ['beta1', 'beta2', 'epsilon'],
};

function optimizerLine({ experiment }: Facts): string {
  const { optimizer, learningRate } = experiment.training;
  const { id, options } = optimizer;
  if (id === 'adamw') throw new RangeError('tf.train has no AdamW');
  const values = optimizerCode[id].map((key) => String(option(options, key)));
  const more = { nesterov: ['true'], adagrad: ['0.1'], rmsprop: ['0', String(options.epsilon)] };
  const extra = id in more ? more[id as keyof typeof more] : [];
  const name = id === 'nesterov' ? 'momentum' : id;
  return `const optimizer = tf.train.${name}(${[learningRate, ...values, ...extra].join(', ')});`;
}

/** How the rate of an optimiser of `tf.train` is set. */
function setRate({ experiment }: Facts, epoch: string): string {
  const rate = `learningRate(${epoch})`;
  return experiment.training.optimizer.id === 'sgd'
    ? `optimizer.setLearningRate(${rate});`
    : `optimizer.learningRate = ${rate};`;
}

function schedule(facts: Facts): Part {
  if (!facts.hasSchedule) return false;
  const words = {
    en: 'The learning rate of an epoch, counted from 0.',
    zh: '第 epoch 轮（从 0 起）的学习率。',
  };
  return [
    comment('// ', facts.say(words)),
    `const learningRate = (epoch) => ${rateFormula(facts, 'javascript')};`,
  ];
}

function stops({ experiment, say }: Facts, loss: string, stop: string, epoch: string): Part {
  const { trainLoss, plateau } = experiment.training.stop;
  return [
    trainLoss !== null &&
      `if (${loss} <= ${trainLoss}) ${stop} // ${say({ en: 'low enough', zh: '足够小' })}`,
    plateau !== null && [
      `if (${loss} < bestLoss - ${plateau.minImprovement}) [bestLoss, bestEpoch] = [${loss}, ${epoch}];`,
      `if (${epoch} - bestEpoch >= ${plateau.epochs}) ${stop} // ${say({ en: 'a plateau', zh: '不再下降' })}`,
    ],
  ];
}

function descentStep(facts: Facts, why: readonly Localized[]): Block {
  const { freezesAll, inlined, experiment } = facts;
  const whyWords = {
    en: `fit cannot ${why.map(({ en }) => en).join(', nor ')}, so the updates are written out.`,
    zh: `fit 做不到：${why.map(({ zh }) => zh).join('、')}，因此写出更新过程。`,
  };
  const words = [epochWords(facts), ...(freezesAll ? [nothingTrains] : why.length > 0 ? [whyWords] : [])];
  const plateau = experiment.training.stop.plateau !== null && 'let [bestLoss, bestEpoch] = [Infinity, 0];';
  if (!freezesAll && why.length === 0 && !inlined) return step(facts, 3, words, plateau, wholeFit(facts));
  return step(
    facts,
    3,
    words,
    !freezesAll && [
      schedule(facts),
      facts.batchSize !== null && inlined && [javascriptOrder(facts), ''],
      why.length > 0
        ? updateByHand(facts, optimizerLine, setRate)
        : [optimizerLine(facts), 'model.compile({ optimizer, loss });'],
    ],
    `const epochs = ${facts.epochs};`,
    'const history = [];',
    plateau,
    'for (let epoch = 1; epoch <= epochs; epoch++) {',
    indented(
      2,
      !freezesAll && (why.length > 0 ? loopOverBatches(facts) : fitOneEpoch(facts)),
      'const trainLoss = meanLoss(XTrain, yTrain);',
      facts.testPoints > 0 && 'const testLoss = meanLoss(XTest, yTest);',
      `history.push([epoch, trainLoss${facts.testPoints > 0 ? ', testLoss' : ''}]);`,
      stops(facts, 'trainLoss', 'break;', 'epoch'),
    ),
    '}',
    curve(facts),
  );
}

/** One epoch of `fit` in the order of the page. */
function fitOneEpoch(facts: Facts): Piece[] {
  const rate = facts.hasSchedule && setRate(facts, 'epoch - 1');
  if (facts.batchSize === null) {
    return code(
      rate,
      'await model.fit(XTrain, yTrain, {',
      '  batchSize: train.length,',
      '  epochs: 1,',
      '  verbose: 0,',
      '});',
    );
  }
  return code(
    rate,
    "const order = tf.tensor1d(epochOrder(epoch - 1, train.length), 'int32');",
    'const [X, y] = [XTrain.gather(order), yTrain.gather(order)];',
    `await model.fit(X, y, { batchSize: ${facts.batchSize}, epochs: 1, shuffle: false, verbose: 0 });`,
    'tf.dispose([order, X, y]);',
  );
}

function loopOverBatches(facts: Facts): Part {
  const { batchSize, inlined } = facts;
  if (batchSize === null) return 'update(XTrain, yTrain, epoch);';
  return [
    inlined
      ? 'const order = epochOrder(epoch - 1, train.length);'
      : 'const order = Array.from(tf.util.createShuffledIndices(train.length));',
    `for (let start = 0; start < order.length; start += ${batchSize}) {`,
    `  const batch = tf.tensor1d(order.slice(start, start + ${batchSize}), 'int32');`,
    '  const [X, y] = [XTrain.gather(batch), yTrain.gather(batch)];',
    '  update(X, y, epoch);',
    '  tf.dispose([batch, X, y]);',
    '}',
  ];
}

/** `fit` over all epochs, with the curve that it keeps. */
function wholeFit(facts: Facts): Part {
  const { testPoints, batchSize, epochs, hasSchedule, say } = facts;
  const atEnd = stops(facts, 'loss', 'model.stopTraining = true;', 'epoch + 1');
  const stopLines = code(atEnd);
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
      (hasSchedule || stopLines.length > 0) && [
        'callbacks: {',
        indented(
          2,
          hasSchedule && ['onEpochBegin: (epoch) => {', `  ${setRate(facts, 'epoch')}`, '},'],
          stopLines.length > 0 && ['onEpochEnd: (epoch, { loss }) => {', indented(2, stopLines), '},'],
        ),
        '},',
      ],
    ),
    '});',
    comment('// ', say(fittedWords(facts))),
    testPoints > 0
      ? 'const { loss: losses, val_loss: testLosses } = fitted.history;'
      : 'const { loss: losses } = fitted.history;',
    `const history = losses.map((loss, i) => [i + 1, loss${testPoints > 0 ? ', testLosses[i]' : ''}]);`,
    curve(facts),
  ];
}

function curve({ say, testPoints, printEvery }: Facts): Part {
  const title =
    testPoints > 0
      ? say({ en: 'epoch  training cost  test cost', zh: '轮  训练成本  测试成本' })
      : say({ en: 'epoch  training cost', zh: '轮  训练成本' });
  return [
    '',
    `console.log('${title}');`,
    'for (const [epoch, ...values] of history) {',
    printEvery > 1 && `  if (epoch % ${printEvery} > 0) continue;`,
    '  console.log(epoch, ...values.map((value) => value.toPrecision(7)));',
    '}',
  ];
}
