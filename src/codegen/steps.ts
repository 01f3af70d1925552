/** The words of the steps: what each block of a program does, in all libraries alike. */

import type { Experiment } from '../engine/experiment';
import { losses } from '../engine/model/losses';
import { optimizers } from '../engine/training/optimizers';
import type { Localized } from '../i18n/localized';
import type { Part } from './code';
import { code } from './code';
import { numberText } from './numbers';
import type { Block, CourseStep } from './program';
import type { ProgramContext } from './programContext';

const titles: Record<CourseStep, Localized> = {
  0: { en: 'Step 0. The data: m points (x, y).', zh: '第 0 步：数据，m 个样本 (x, y)。' },
  1: { en: 'Step 1. Specify the model f(x).', zh: '第 1 步：指定模型 f(x)。' },
  2: { en: 'Step 2. Specify the loss L and the cost J.', zh: '第 2 步：指定损失函数 L 和成本函数 J。' },
  3: { en: 'Step 3. Minimise J by gradient descent.', zh: '第 3 步：用梯度下降使 J 最小。' },
};

export function stepTitle(step: CourseStep, { say }: Pick<ProgramContext, 'say'>): string {
  return say(titles[step]);
}

function formulaOf({ experiment, layers }: ProgramContext, step: CourseStep): string {
  const { loss, training } = experiment;
  if (step === 1) {
    return layers.length === 1
      ? 'f(x) = g(W \\cdot x + b)'
      : 'a^{[l]} = g\\left(W^{[l]} a^{[l-1]} + b^{[l]}\\right)';
  }
  if (step === 2) {
    const penalty = [
      loss.l1 > 0 ? ' + \\lambda_1 \\sum |w|' : '',
      loss.l2 > 0 ? ' + \\lambda_2 \\sum w^2' : '',
    ].join('');
    return `${losses[loss.id].formula},\\qquad J(W, b) = \\frac{1}{m} \\sum_{i=1}^{m} L^{(i)}${penalty}`;
  }
  return step === 3 ? optimizers[training.optimizer.id].formula : '';
}

const classMarks = ['○', '×', '△', '□'];

/** What the columns of the points are. The first class is y = 0, so that y = 1 of logistic regression is the second one. */
export function rowWords({ experiment: { data }, say }: ProgramContext): string {
  const places = data.inputs === 1 ? 'x1' : 'x1, x2';
  if (data.task === 'regression') return say({ en: `Each row: ${places}, y.`, zh: `每行：${places}, y。` });
  const marks = classMarks.slice(0, data.classes).map((mark, y) => `${y} ${mark}`);
  return say({
    en: `Each row: ${places}, y, the class (${marks.join(', ')}).`,
    zh: `每行：${places}, y，y 是类别（${marks.join('，')}）。`,
  });
}

/** What a single output tells of two classes. */
function outputWords({ experiment: { data }, output }: ProgramContext): Localized[] {
  if (data.task === 'regression' || output.units > 1 || output.activation !== 'sigmoid') return [];
  return [{ en: 'f(x) is the probability that y = 1 (×).', zh: 'f(x) 是 y = 1（×）的概率。' }];
}

/** A block of a step: its title, what a library adds to it, and its code. */
export function step(
  facts: ProgramContext,
  of: CourseStep,
  words: readonly Localized[],
  ...parts: Part[]
): Block {
  return {
    step: of,
    words: [titles[of], ...(of === 1 ? outputWords(facts) : []), ...words].map(facts.say),
    formula: formulaOf(facts, of),
    pieces: code(...parts),
  };
}

/** What the model is called, and its layers. */
function modelName({ model, data }: Experiment): Localized {
  const layers = model.hidden.length;
  if (layers > 0) {
    const widths = model.hidden.map(({ units }) => units).join(', ');
    return {
      en: `a network with ${layers} hidden ${layers === 1 ? 'layer' : 'layers'} (${widths})`,
      zh: `有 ${layers} 个隐藏层的神经网络（${widths}）`,
    };
  }
  if (model.outputActivation === 'softmax') return { en: 'softmax regression', zh: 'softmax 回归' };
  if (model.outputActivation === 'sigmoid') return { en: 'logistic regression', zh: '逻辑回归' };
  if (data.task === 'regression' && model.outputActivation === 'linear') {
    return { en: 'linear regression', zh: '线性回归' };
  }
  return { en: 'a single layer', zh: '单层模型' };
}

/**
 * What stands at the top: the model in the library's name, how the program's run and the page's are related, and how it is started.
 * `except` is a part of a sentence: what a program with data does otherwise than the page all the same.
 */
export function top(
  facts: ProgramContext,
  library: string,
  start: Localized,
  except: Localized | null,
  ...parts: Part[]
): Block {
  const name = modelName(facts.experiment);
  const title: Localized = {
    en: `Quadrant: ${name.en}, in ${library}.`,
    zh: `象限 Quadrant：${name.zh}，${library} 程序。`,
  };
  const words = [title, facts.inlined ? repeats(facts, except) : draws(facts), ...changed(facts), start];
  return { step: 'top', words: words.map(facts.say), formula: '', pieces: code(...parts) };
}

/** Of a program with the page's data: which run of the page it repeats. */
function repeats({ run, batchSize }: ProgramContext, except: Localized | null): Localized {
  const [weights, weightsZh] = run?.start
    ? ['the weights that were set by hand before the first update', '第一次更新前手工设定的权重']
    : ['the initial weights', '初始权重'];
  const [has, hasZh] =
    batchSize === null
      ? [`points and ${weights}`, `样本和${weightsZh}`]
      : [`points, ${weights} and the order of the batches`, `样本、${weightsZh}和小批量的顺序`];
  const rest = except ? { en: `, ${except.en}`, zh: `（${except.zh}）` } : { en: '', zh: '' };
  return {
    en: `With the page's ${has}: it repeats a run of the page from its start${rest.en}.`,
    zh: `含页面上的${hasZh}，从头重现页面上的训练${rest.zh}。`,
  };
}

/** Of a program that reads its points: what it draws by itself. */
function draws({ experiment, batchSize }: ProgramContext): Localized {
  const weights = experiment.model.initializer !== 'zeros';
  const differ = { en: "so its costs differ from the page's", zh: '因此成本与页面上的不同' };
  if (weights && batchSize !== null) {
    return {
      en: `It draws its own initial weights and batches, ${differ.en}.`,
      zh: `初始权重和小批量由程序自己抽取，${differ.zh}。`,
    };
  }
  if (weights)
    return {
      en: `It draws its own initial weights, ${differ.en}.`,
      zh: `初始权重由程序自己抽取，${differ.zh}。`,
    };
  if (batchSize !== null)
    return { en: `It draws its own batches, ${differ.en}.`, zh: `小批量由程序自己抽取，${differ.zh}。` };
  return {
    en: 'All weights start at 0, and every update sees all points.',
    zh: '所有权重从 0 开始，每次更新使用全部样本。',
  };
}

/** Of a run whose weights or settings were changed on the way. */
function changed({ run }: ProgramContext): Localized[] {
  if (!run?.changed) return [];
  return [
    {
      en: "The page's run was changed on its way; this program trains with the present settings from the first epoch on.",
      zh: '页面上的这次训练中途改动过权重或设置；本程序从第 1 轮起就使用现在的设置。',
    },
  ];
}

/** Why the program stops where it does. */
export function epochWords({ experiment, epochs }: ProgramContext): Localized {
  const { stop } = experiment.training;
  const { trainLoss, plateau } = stop;
  const rules: Localized[] = [
    ...(trainLoss === null
      ? []
      : [
          {
            en: `the training cost is ${numberText(trainLoss)} or less`,
            zh: `训练成本降到 ${numberText(trainLoss)} 或更低`,
          },
        ]),
    ...(plateau === null
      ? []
      : [
          {
            en: `the training cost has not fallen for ${plateau.epochs} epochs${uncounted(plateau.minImprovement).en}`,
            zh: `训练成本连续 ${plateau.epochs} 轮没有下降${uncounted(plateau.minImprovement).zh}`,
          },
        ]),
  ];
  const sooner =
    rules.length === 0
      ? { en: '', zh: '' }
      : {
          en: `, or as soon as ${rules.map(({ en }) => en).join(' or ')}`,
          zh: `；若${rules.map(({ zh }) => zh).join('，或')}，则提前停止`,
        };
  if (stop.epochs !== null)
    return { en: `It stops after epoch ${epochs}${sooner.en}.`, zh: `第 ${epochs} 轮后停止${sooner.zh}。` };
  return {
    en: `The page sets no number of epochs; this program stops after epoch ${epochs}${sooner.en}.`,
    zh: `页面上没有设定轮数；本程序第 ${epochs} 轮后停止${sooner.zh}。`,
  };
}

/** What a plateau does not take for a fall. */
function uncounted(least: number): Localized {
  if (least === 0) return { en: '', zh: '' };
  return {
    en: ` (a fall by ${numberText(least)} or less does not count)`,
    zh: `（降幅不超过 ${numberText(least)} 不算下降）`,
  };
}

export const constantWords: Localized = {
  en: 'one value on all training points',
  zh: '在训练样本上是常数',
};

/** Why the output layer has no activation; nothing where it has its own. */
export function logitWords({ fromLogits, output }: ProgramContext): Localized[] {
  if (!fromLogits) return [];
  return [
    {
      en: `The output layer returns the logits z: ${output.activation} belongs to the loss, where it is computed stably.`,
      zh: `输出层返回 logits z：${output.activation} 放进损失函数里一并计算，数值更稳定。`,
    },
  ];
}

/** Why nothing happens in step 3. */
export const nothingTrains: Localized = {
  en: 'Every layer is frozen, so there is nothing to train.',
  zh: '所有层都已冻结，没有可训练的参数。',
};

/** Of an output that is not a probability under a cross-entropy. */
export const clippedWords: Localized = {
  en: 'This output is not a probability: it is clipped into (0, 1) first.',
  zh: '这个输出不是概率：先截断到 (0, 1) 之内。',
};

/** Of ½ Σ(f − y)², beside the library's own, the mean over the output units: its gradient is 2/n of this one. */
export function halfWords({ output: { units } }: ProgramContext, library: string): Localized {
  if (units === 1) {
    return {
      en: `L = (f - y)^2 / 2; ${library} lacks the 1/2, so its gradient is twice as large.`,
      zh: `L = (f - y)^2 / 2；${library} 没有 1/2，梯度是这里的两倍。`,
    };
  }
  if (units === 2) {
    return {
      en: `L is half the sum of (f - y)^2 over the output units; ${library}, their mean, is the same for two units.`,
      zh: `L 是各输出单元 (f - y)^2 之和的一半；${library} 取平均，两个单元时二者相等。`,
    };
  }
  const ratio = units % 2 === 0 ? `1/${units / 2}` : `2/${units}`;
  return {
    en: `L is half the sum of (f - y)^2 over the output units; ${library} is their mean, so its gradient is ${ratio} as large.`,
    zh: `L 是各输出单元 (f - y)^2 之和的一半；${library} 取平均，梯度是这里的 ${ratio}。`,
  };
}

/** Of the losses that `fit` keeps. */
export function fittedWords({ experiment }: ProgramContext): Localized {
  const { l1, l2 } = experiment.loss;
  return l1 + l2 > 0
    ? {
        en: 'loss is the mean over the batches of an epoch, penalties included; the page measures its cost at the end, without them.',
        zh: 'loss 是一轮中各小批量的平均值，含正则化项；页面上的成本在每轮结束时计算，不含正则化项。',
      }
    : {
        en: 'loss is the mean over the batches of an epoch; the page measures its cost at the end.',
        zh: 'loss 是一轮中各小批量的平均值；页面上的成本在每轮结束时计算。',
      };
}
