/** Step 0 and what else the Python programs share: points, features, standardisation, initial weights, the loss curve. */
import { featureProgram } from '../../engine/data/features';
import { code, comment, indented, listed, type Part, type Piece } from '../code';
import { floatText } from '../numbers';
import { constantColumns, type ProgramContext, pointRows, wrapped } from '../programContext';
import { constantWords, rowWords } from '../steps';

/** How the targets are wanted: one column, one column a class, or the number of the class. */
export type Targets = 'column' | 'oneHot' | 'index';

/** X_train, y_train and, where there is a test set, X_test, y_test. */
export function pythonData(facts: ProgramContext, targets: Targets): Piece[] {
  return code(
    facts.inlined ? inlinedPoints(facts) : pointsFromFile(facts),
    featureFunction(facts),
    '',
    `X_train = ${inputsOf(facts, 'train')}`,
    `y_train = ${targetsOf(facts, targets, 'train')}`,
    facts.testPoints > 0 && [
      `X_test = ${inputsOf(facts, 'test')}`,
      `y_test = ${targetsOf(facts, targets, 'test')}`,
    ],
    standardisation(facts),
  );
}

const isTested = ({ testPoints }: ProgramContext) => testPoints > 0;

function inlinedPoints(facts: ProgramContext): Piece[] {
  const table = (part: 'train' | 'test') =>
    code(`${part} = np.array([`, indented(4, wrapped(pointRows(facts, part), '[', '],')), '], dtype=float)');
  return code(comment('# ', rowWords(facts)), table('train'), isTested(facts) && table('test'));
}

function pointsFromFile(facts: ProgramContext): Piece[] {
  const { data } = facts.experiment;
  const places = data.inputs === 1 ? ['x1'] : ['x1', 'x2'];
  const target = data.task === 'classification' ? 'table["class"] - 1' : 'table["y"]';
  const where = facts.say({
    en: 'points.csv is the table of the page: Data > CSV > Export.',
    zh: 'points.csv 是页面上的数据表：数据 > CSV 文件 > 导出。',
  });
  return code(
    comment('# ', where),
    'table = np.genfromtxt(\n    "points.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"\n)',
    comment('# ', rowWords(facts)),
    `points = np.column_stack([${[...places.map((name) => `table["${name}"]`), target].join(', ')}])`,
    isTested(facts)
      ? ['train = points[table["split"] == "train"]', 'test = points[table["split"] == "test"]']
      : 'train = points',
  );
}

/** The features as a slice of the columns, where they are the coordinates themselves. */
function rawColumns({ data }: ProgramContext): string | null {
  const slices: Record<string, string> = { x1: ':1', x2: '1:2', 'x1,x2': ':2' };
  return slices[data.inputMap.features.join()] ?? null;
}

function featureFunction(facts: ProgramContext): Part {
  if (rawColumns(facts) !== null) return false;
  const { inputs } = facts.experiment.data;
  const features = facts.data.inputMap.features.map((id) => featureProgram(id, 'np'));
  const list = features.join(', ');
  const stack =
    list.length > 50
      ? ['return np.column_stack([', ...features.map((text) => `    ${text},`), '])']
      : [`return np.column_stack([${list}])`];
  return [
    '\n',
    'def features(points):',
    `    """${facts.say({ en: 'What the first layer receives.', zh: '第一层接收的特征。' })}"""`,
    `    ${unpacked(list, inputs)}`,
    indented(4, stack),
    '',
  ];
}

/** The coordinates that the features are made of. */
function unpacked(features: string, inputs: number): string {
  const used = ['x1', 'x2'].slice(0, inputs).filter((name) => features.includes(name));
  return `${used.join(', ')} = ${used.map((name) => `points[:, ${name === 'x1' ? 0 : 1}]`).join(', ')}`;
}

function inputsOf(facts: ProgramContext, part: string): string {
  const columns = rawColumns(facts);
  return columns === null ? `features(${part})` : `${part}[:, ${columns}]`;
}

function targetsOf({ output, experiment }: ProgramContext, targets: Targets, part: string): string {
  const column = experiment.data.inputs;
  if (targets === 'column') return `${part}[:, ${column}:]`;
  const index = `${part}[:, ${column}].astype(int)`;
  return targets === 'index' ? index : `np.eye(${output.units})[${index}]`;
}

/** Deviations are of the population, of the training points alone, and 1 for a feature that is the same everywhere. */
function standardisation(facts: ProgramContext): Part {
  if (!facts.experiment.data.standardize) return false;
  return [
    '',
    comment(
      '# ',
      facts.say({
        en: 'Standardise: mean 0 and standard deviation 1 on the training points.',
        zh: '标准化：在训练样本上均值为 0、标准差为 1。',
      }),
    ),
    'mean, std = X_train.mean(axis=0), X_train.std(axis=0)',
    constantColumns(facts).map((column) => `std[${column}] = 1  # ${facts.say(constantWords)}`),
    'X_train = (X_train - mean) / std',
    isTested(facts) && 'X_test = (X_test - mean) / std',
  ];
}

/** W1, W2 … as the page draws them, and b1, b2 … where the learner has set some weights. */
export function pythonKernels({ layers }: ProgramContext): Piece[] {
  return code(
    ...layers.map(({ number, kernelRows, biases }) => [
      `W${number} = np.array([`,
      indented(4, wrapped(kernelRows, '[', '],')),
      '], dtype=float)',
      biases !== '' && listed(`b${number} = np.array([`, biases.split(', '), '], dtype=float)'),
    ]),
  );
}

/** The stop rules that look at the training loss, in the loop over the epochs. */
function pythonStops({ say, experiment }: ProgramContext): Part {
  const { trainLoss, plateau } = experiment.training.stop;
  return [
    trainLoss !== null && [
      `    if train_loss <= ${floatText(trainLoss)}:  # ${say({ en: 'low enough', zh: '足够小' })}`,
      '        break',
    ],
    plateau !== null && [
      `    if train_loss < best_loss - ${floatText(plateau.minImprovement)}:`,
      '        best_loss, best_epoch = train_loss, epoch',
      `    if epoch - best_epoch >= ${plateau.epochs}:  # ${say({ en: 'a plateau', zh: '不再下降' })}`,
      '        break',
    ],
  ];
}

/** Before the loop over the epochs. */
export function pythonBeforeLoop({ experiment, epochs }: ProgramContext): Part {
  return [
    `epochs = ${epochs}`,
    'history = []',
    experiment.training.stop.plateau !== null && 'best_loss, best_epoch = np.inf, 0',
  ];
}

/** At the end of each epoch: both losses, and the stop rules. `loss` writes the mean loss of a set. */
export function pythonMeasure(facts: ProgramContext, loss: (X: string, y: string) => string): Part {
  const tested = isTested(facts);
  return [
    `    train_loss = ${loss('X_train', 'y_train')}`,
    tested && `    test_loss = ${loss('X_test', 'y_test')}`,
    `    history.append((epoch, train_loss${tested ? ', test_loss' : ''}))`,
    pythonStops(facts),
  ];
}

/**
 * Prints the losses; where there are many, of every so manieth epoch and of the last one. In ASCII, which every console can show.
 */
export function pythonCurve(facts: ProgramContext): Part {
  const { printEvery } = facts;
  const tested = isTested(facts);
  const row = tested
    ? 'print(f"{epoch:5d}  {train_loss:.7g}  {test_loss:.7g}")'
    : 'print(f"{epoch:5d}  {train_loss:.7g}")';
  return [
    '',
    `print("epoch  training cost${tested ? '  test cost' : ''}")`,
    `for epoch, train_loss${tested ? ', test_loss' : ''} in history:`,
    indented(
      4,
      printEvery === 1 ? row : [`if epoch % ${printEvery} == 0 or epoch == len(history):`, indented(4, row)],
    ),
  ];
}
