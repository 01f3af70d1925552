/** The experiment in Keras 3, whatever its backend: Sequential, compile, fit. */
import type { Localized } from '../../../i18n/localized';
import type { OptimizerId } from '../../training/optimizers';
import { optimizers } from '../../training/optimizers';
import type { Optimizer } from '../../training/optimizers/optimizer';
import { pythonOrder } from '../batchOrder';
import { code, comment, indented, listed, type Part, type Piece } from '../code';
import type { Facts } from '../facts';
import type { Block } from '../program';
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

export function kerasBlocks(facts: Facts): Block[] {
  const { head, output } = facts;
  const targets = head === 'softmaxCategorical' ? 'index' : output.units > 1 ? 'oneHot' : 'column';
  const single = targets === 'index' ? '' : '.astype("float32")';
  const names = facts.testPoints > 0 ? ['train', 'test'] : ['train'];
  return [
    top(
      facts,
      'Keras',
      {
        en: 'Needs: pip install keras, and a backend for it, say pip install tensorflow',
        zh: '需要：pip install keras，以及一个后端，例如 pip install tensorflow',
      },
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
    step(facts, 2, lossWords(facts), kerasLoss(facts), compile(facts)),
    descentStep(facts),
  ];
}

function modelWords(facts: Facts): Localized[] {
  const { freezesSome, experiment, layers } = facts;
  const frozen = { en: 'Layers with trainable=False are frozen.', zh: 'trainable=False 的层已冻结。' };
  const clipped = {
    en: 'What is left out: clipping also counts the gradients of the single weights that are frozen.',
    zh: '未实现之处：梯度裁剪仍计入单独冻结的权重的梯度。',
  };
  return [
    ...logitWords(facts),
    ...(layers.some((layer) => layer.frozen) ? [frozen] : []),
    ...(freezesSome && experiment.training.clipNorm !== null ? [clipped] : []),
  ];
}

function lossWords({ head, experiment }: Facts): Localized[] {
  const penalties = {
    en: 'J = mean of L + the penalties of the layers, which Keras adds by itself.',
    zh: 'J = L 的平均值 + 各层的正则化项，Keras 会自动加上。',
  };
  const also = {
    en: 'compile also takes the optimizer of step 3.',
    zh: 'compile 同时指定第 3 步的优化器。',
  };
  const { l1, l2 } = experiment.loss;
  return [
    ...(head === 'squared'
      ? [halfWords('MeanSquaredError')]
      : head.startsWith('clipped')
        ? [clippedWords]
        : []),
    ...(l1 + l2 > 0 ? [penalties] : []),
    also,
  ];
}

const fixedOptions: Partial<Record<OptimizerId, readonly string[]>> = {
  nesterov: ['nesterov=True'],
  adagrad: ['initial_accumulator_value=0.1'],
};

function compile({ experiment }: Facts): Part {
  const { optimizer, learningRate, clipNorm } = experiment.training;
  const { keras, hyperparameters }: Optimizer = optimizers[optimizer.id];
  const items = [
    `learning_rate=${learningRate}`,
    ...hyperparameters.map(
      (parameter) => `${parameter.keras}=${optimizer.options[parameter.id] ?? parameter.default}`,
    ),
    ...(fixedOptions[optimizer.id] ?? []),
    ...(clipNorm === null ? [] : [`global_clipnorm=${clipNorm}`]),
  ];
  return [
    '',
    listed(`optimizer = keras.optimizers.${keras}(`, items, ')'),
    'model.compile(loss=loss, optimizer=optimizer)',
  ];
}

function descentStep(facts: Facts): Block {
  const { freezesAll, inlined, hasSchedule } = facts;
  return step(
    facts,
    3,
    [epochWords(facts), ...(freezesAll ? [nothingTrains] : [])],
    hasSchedule && !freezesAll && pythonSchedule(facts),
    inlined || freezesAll ? epochByEpoch(facts) : wholeFit(facts),
  );
}

/** `fit` once an epoch, in the order of the page, with the losses at its end. */
function epochByEpoch(facts: Facts): Piece[] {
  const { batchSize, hasSchedule, freezesAll } = facts;
  const ordered = batchSize !== null && !freezesAll;
  return code(
    ordered && pythonOrder(facts),
    '',
    'def mean_loss(X, y):',
    '    return float(keras.ops.mean(loss(y, model(X))))',
    '',
    pythonBeforeLoop(facts),
    'for epoch in range(1, epochs + 1):',
    indented(
      4,
      hasSchedule && !freezesAll && 'optimizer.learning_rate = learning_rate(epoch - 1)',
      ordered && [
        'order = epoch_order(epoch - 1, len(X_train))',
        'X, y = X_train[order], y_train[order]',
        `model.fit(X, y, batch_size=${batchSize}, shuffle=False, verbose=0)`,
      ],
      !ordered && !freezesAll && 'model.fit(X_train, y_train, batch_size=len(X_train), verbose=0)',
    ),
    pythonMeasure(facts, (X, y) => `mean_loss(${X}, ${y})`),
    pythonCurve(facts),
  );
}

/** `fit` over all epochs, with the curve that it keeps. */
function wholeFit(facts: Facts): Piece[] {
  const { testPoints, batchSize, epochs, hasSchedule, experiment, say } = facts;
  const { trainLoss, plateau } = experiment.training.stop;
  const callbacks = [
    ...(hasSchedule ? ['keras.callbacks.LearningRateScheduler(learning_rate)'] : []),
    ...(trainLoss === null ? [] : ['StopAtLoss()']),
    ...(plateau === null
      ? []
      : [
          `keras.callbacks.EarlyStopping(monitor="loss", min_delta=${plateau.minImprovement}, patience=${plateau.epochs})`,
        ]),
  ];
  const tested = testPoints > 0;
  return code(
    trainLoss !== null && [
      '',
      'class StopAtLoss(keras.callbacks.Callback):',
      '    def on_epoch_end(self, epoch, logs=None):',
      `        if logs["loss"] <= ${trainLoss}:`,
      '            self.model.stop_training = True',
      '',
    ],
    'fitted = model.fit(',
    indented(
      4,
      'X_train,',
      'y_train,',
      tested && 'validation_data=(X_test, y_test),',
      `epochs=${epochs},`,
      `batch_size=${batchSize ?? 'len(X_train)'},`,
      callbacks.length > 0 && `${listed('callbacks=[', callbacks, ']', 83)},`,
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
