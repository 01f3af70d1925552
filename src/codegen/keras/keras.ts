/** The experiment in Keras 3, for any of its backends: Sequential, compile, fit. */
import type { Localized } from '../../i18n/localized';
import { orderBlocks } from '../batchOrder';
import { code, comment, indented, listed, type Piece } from '../code';
import { floatText } from '../numbers';
import type { Block } from '../program';
import type { ProgramContext } from '../programContext';
import { pythonBeforeLoop, pythonCurve, pythonData, pythonMeasure } from '../python/pythonData';
import { pythonSchedule } from '../schedules';
import {
  clippedWords,
  epochWords,
  fittedWords,
  halfWords,
  logitWords,
  nothingTrains,
  step,
  top,
} from '../steps';
import { kerasLoss, kerasModel } from './kerasModel';
import { kerasCall } from './kerasOptimizer';

export function kerasBlocks(facts: ProgramContext): Block[] {
  const { notes, output } = facts;
  const targets = notes.targets === 'index' ? 'index' : output.units > 1 ? 'oneHot' : 'column';
  const single = targets === 'index' ? '' : '.astype("float32")';
  const names = facts.testPoints > 0 ? ['train', 'test'] : ['train'];
  return [
    top(
      facts,
      'Keras',
      {
        en: 'Needs: pip install keras, and a backend for it, say pip install tensorflow',
        zh: '需要先安装：pip install keras，以及一个后端，例如 pip install tensorflow',
      },
      countsFrozen(facts) ? { en: 'except for what step 1 names', zh: '第 1 步说明的部分除外' } : null,
      'import keras',
      'import numpy as np',
    ),
    step(
      facts,
      0,
      [],
      pythonData(facts, targets),
      single !== '' && ['', names.map((name) => `y_${name} = y_${name}${single}`)],
      single === '' && '',
      names.map((name) => `X_${name} = X_${name}.astype("float32")`),
    ),
    step(facts, 1, modelWords(facts), kerasModel(facts)),
    step(facts, 2, lossWords(facts), kerasLoss(facts), !facts.freezesAll && ['', 'model.compile(loss=loss)']),
    ...orderBlocks(facts, 'python'),
    descentStep(facts),
  ];
}

/** Whether clipping sees gradients that the page leaves out: a constraint puts frozen weights back after the update only. */
function countsFrozen({ freezesSome, experiment }: ProgramContext): boolean {
  return freezesSome && experiment.training.clipNorm !== null;
}

function modelWords(facts: ProgramContext): Localized[] {
  const { layers } = facts;
  const frozen = { en: 'Layers with trainable=False are frozen.', zh: 'trainable=False 的层已冻结。' };
  const clipped = {
    en: 'One difference from the page: clipping still counts the gradients of single frozen weights, the page does not.',
    zh: '与页面的一点不同：裁剪梯度时，单独冻结的权重的梯度也算在内，页面则不算。',
  };
  return [
    ...logitWords(facts),
    ...(layers.some((layer) => layer.frozen) ? [frozen] : []),
    ...(countsFrozen(facts) ? [clipped] : []),
  ];
}

function lossWords(facts: ProgramContext): Localized[] {
  const { notes, experiment, freezesAll } = facts;
  const penalties = {
    en: 'J = mean of L + the penalties of the layers, which Keras adds by itself.',
    zh: 'J = L 的平均值 + 各层的正则化项，Keras 会自动加上。',
  };
  const { l1, l2 } = experiment.loss;
  return [
    ...(notes.remark === 'half'
      ? [halfWords(facts, 'MeanSquaredError')]
      : notes.remark === 'clipped'
        ? [clippedWords]
        : []),
    ...(l1 + l2 > 0 && !freezesAll ? [penalties] : []),
  ];
}

/** `compile` has named the loss in step 2. */
function optimizerLine(facts: ProgramContext): string {
  const { learningRate, clipNorm } = facts.experiment.training;
  const { name, items } = kerasCall(facts, false);
  const all = [
    `learning_rate=${floatText(learningRate)}`,
    ...items,
    ...(clipNorm === null ? [] : [`global_clipnorm=${floatText(clipNorm)}`]),
  ];
  return listed(`model.optimizer = keras.optimizers.${name}(`, all, ')');
}

function descentStep(facts: ProgramContext): Block {
  const { freezesAll, inlined, hasSchedule, experiment } = facts;
  const { trainLoss, plateau } = experiment.training.stop;
  // What `fit` calls the loss is a mean over the epoch and holds the penalties; the page's rules look at neither.
  const watches = trainLoss !== null || plateau !== null;
  return step(
    facts,
    3,
    [epochWords(facts), ...(freezesAll ? [nothingTrains] : [])],
    !freezesAll && [optimizerLine(facts), hasSchedule && pythonSchedule(facts)],
    inlined || freezesAll || watches ? epochByEpoch(facts) : wholeFit(facts),
  );
}

/** `fit` once an epoch, with the losses at its end; in the order of the page where the program repeats its run. */
function epochByEpoch(facts: ProgramContext): Piece[] {
  const { batchSize, hasSchedule, freezesAll, inlined } = facts;
  const size = batchSize ?? 'len(X_train)';
  const fit =
    inlined && batchSize !== null
      ? [
          'order = epoch_order(epoch - 1, len(X_train))',
          'X, y = X_train[order], y_train[order]',
          `model.fit(X, y, batch_size=${size}, shuffle=False, verbose=0)`,
        ]
      : `model.fit(X_train, y_train, batch_size=${size}, verbose=0)`;
  return code(
    '',
    'def mean_loss(X, y):',
    '    losses = loss(keras.ops.convert_to_tensor(y), model(X))',
    '    return float(keras.ops.convert_to_numpy(losses).mean())',
    '',
    pythonBeforeLoop(facts),
    'for epoch in range(1, epochs + 1):',
    indented(
      4,
      !freezesAll && [hasSchedule && 'model.optimizer.learning_rate = learning_rate(epoch - 1)', fit],
    ),
    pythonMeasure(facts, (X, y) => `mean_loss(${X}, ${y})`),
    pythonCurve(facts),
  );
}

/** `fit` over all epochs, with the curve that it keeps. */
function wholeFit(facts: ProgramContext): Piece[] {
  const { testPoints, batchSize, epochs, hasSchedule, say } = facts;
  const tested = testPoints > 0;
  return code(
    'fitted = model.fit(',
    indented(
      4,
      'X_train,',
      'y_train,',
      tested && 'validation_data=(X_test, y_test),',
      `epochs=${epochs},`,
      `batch_size=${batchSize ?? 'len(X_train)'},`,
      hasSchedule && 'callbacks=[keras.callbacks.LearningRateScheduler(learning_rate)],',
      'verbose=0,',
    ),
    ')',
    comment('# ', say(fittedWords(facts))),
    tested
      ? 'losses = zip(fitted.history["loss"], fitted.history["val_loss"])\nhistory = [(epoch, *both) for epoch, both in enumerate(losses, start=1)]'
      : 'history = list(enumerate(fitted.history["loss"], start=1))',
    pythonCurve(facts),
  );
}
