/** Step 0 in JavaScript: points, features and standardisation in plain arrays (float64), then tensors. */
import type { FeatureId } from '../../engine/data/features';
import { code, comment, indented, listed, type Part, type Piece } from '../code';
import { constantColumns, type ProgramContext, pointRows, wrapped } from '../programContext';
import { constantWords, rowWords } from '../steps';

const featureCode: Record<FeatureId, string> = {
  x1: 'x1',
  x2: 'x2',
  x1Squared: 'x1 ** 2',
  x2Squared: 'x2 ** 2',
  x1x2: 'x1 * x2',
  x1Cubed: 'x1 ** 3',
  x2Cubed: 'x2 ** 3',
  sinX1: 'Math.sin(x1)',
  sinX2: 'Math.sin(x2)',
  cosX1: 'Math.cos(x1)',
  cosX2: 'Math.cos(x2)',
  radius: 'Math.sqrt(x1 ** 2 + x2 ** 2)',
};

const placeNames = ({ experiment }: ProgramContext) => (experiment.data.inputs === 1 ? ['x1'] : ['x1', 'x2']);

/** XTrain, yTrain and, where there is a test set, XTest, yTest. */
export function tensorflowData(facts: ProgramContext): Piece[] {
  const { experiment, output, say, data, testPoints } = facts;
  const features = data.inputMap.features.map((id) => featureCode[id]);
  const usesX2 = features.some((text) => text.includes('x2'));
  const places = [features.some((text) => text.includes('x1')) ? 'x1' : '', ...(usesX2 ? ['x2'] : [])].join(
    ', ',
  );
  const { standardize, inputs } = experiment.data;
  const labels = (part: string) => `${part}.map((row) => row[${inputs}])`;
  const targets = (part: string) =>
    output.units > 1
      ? `tf.oneHot(tf.tensor1d(${labels(part)}, 'int32'), ${output.units}).toFloat()`
      : `tf.tensor2d(${labels(part)}, [${part}.length, 1])`;
  const received = standardize ? 'standardised' : 'features';
  const tensors = (part: 'train' | 'test', name: string) => [
    `const X${name} = tf.tensor2d(${part}.map(${received}));`,
    `const y${name} = ${targets(part)};`,
  ];
  return code(
    comment('// ', rowWords(facts)),
    facts.inlined ? inlinedPoints(facts) : pointsFromFile(facts),
    '',
    comment('// ', say({ en: 'What the first layer receives.', zh: '第一层接收的特征。' })),
    listed(`const features = ([${places.trim()}]) => [`, features, '];'),
    standardize && standardisation(facts),
    '',
    tensors('train', 'Train'),
    testPoints > 0 && tensors('test', 'Test'),
  );
}

function inlinedPoints(facts: ProgramContext): Piece[] {
  const table = (part: 'train' | 'test') =>
    code(`const ${part} = [`, indented(2, wrapped(pointRows(facts, part), '[', '],')), '];');
  return code(table('train'), facts.testPoints > 0 && table('test'));
}

function pointsFromFile(facts: ProgramContext): Part {
  const { say, testPoints, experiment } = facts;
  const places = placeNames(facts);
  const target = experiment.data.task === 'classification' ? 'y - 1' : 'Number(y)';
  const row = `([${[...places, 'y'].join(', ')}]) => [${[...places.map((name) => `Number(${name})`), target].join(', ')}]`;
  const words = {
    en: 'points.csv is the table of the page: Data > CSV > Export.',
    zh: 'points.csv 是页面上的数据表：数据 > CSV 文件 > 导出。',
  };
  const part = (name: string) => [
    `const ${name} = table`,
    `  .filter((row) => row[${places.length + 1}] === '${name}')`,
    `  .map(${row});`,
  ];
  return [
    comment('// ', say(words)),
    "const lines = readFileSync('points.csv', 'utf8').trim().split(/\\r?\\n/).slice(1);",
    "const table = lines.map((line) => line.split(','));",
    testPoints > 0 ? [part('train'), part('test')] : `const train = table.map(${row});`,
  ];
}

/** Deviations are of the population, of the training points alone. */
function standardisation(facts: ProgramContext): Part {
  const words = {
    en: 'Standardise: mean 0 and standard deviation 1 on the training points.',
    zh: '标准化：在训练样本上均值为 0、标准差为 1。',
  };
  return [
    '',
    comment('// ', facts.say(words)),
    'const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;',
    'const columns = features(train[0]).map((_, k) => train.map((row) => features(row)[k]));',
    'const mean = columns.map(average);',
    'const variance = (values, mu) => average(values.map((value) => (value - mu) ** 2));',
    'const std = columns.map((column, k) => Math.sqrt(variance(column, mean[k])));',
    constantColumns(facts).map((column) => `std[${column}] = 1; // ${facts.say(constantWords)}`),
    'const standardised = (row) => features(row).map((value, k) => (value - mean[k]) / std[k]);',
  ];
}
