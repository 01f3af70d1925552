/** What the columns of a table probably are, from their names and from what they hold. A learner may choose otherwise. */
import type { Task } from '../engine/data/dataset';
import { limits } from '../engine/experiment';
import { type CsvColumn, holdsNumbers, holdsNumericLabels } from './csvColumns';

/** Which columns, by their index, are the inputs and the answer. */
export interface CsvChoice {
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
  readonly task: Task;
  readonly x1: number;
  /** null for a model with one input. */
  readonly x2: number | null;
  /** The class, or the number to predict. */
  readonly y: number;
  /** Whether classes are their numbers, from 1, so that any other label is a mistake. */
  readonly saysClass?: boolean;
}

const answers = [
  'class',
  'label',
  'target',
  'category',
  'species',
  'outcome',
  '类别',
  '类',
  '标签',
  '目标',
  '目标值',
  '种类',
];
const x1Names = ['x1', 'x', 'feature1', '特征1'];
const x2Names = ['x2', 'y', 'feature2', '特征2'];
/** What an export adds, and numbers of rows. */
const passedOver = [
  '',
  'split',
  'prediction',
  'loss',
  'index',
  'id',
  'no',
  '#',
  'unnamed:0',
  '序号',
  '编号',
  '划分',
  '预测',
  '损失',
];

/** A choice for a table of at least two columns; one that cannot be imported where there is no better one. */
export function guessChoice(columns: readonly CsvColumn[], rows: number): CsvChoice {
  const hasHeader = guessHeader(columns, rows);
  const names = columns.map(({ first }) => (hasHeader ? plainName(first) : ''));
  const usable = columns.map((_, i) => i).filter((i) => !hasHeader || !passedOver.includes(names[i] ?? ''));
  const named = (wanted: readonly string[], among: readonly number[]) =>
    among.find((i) => wanted.includes(names[i] ?? ''));
  const y = named(answers, usable) ?? guessAnswer(columns, names, usable);
  const inputs = usable.filter((i) => i !== y && holdsNumbers(columns[i]));
  const x1 = named(x1Names, inputs) ?? inputs[0] ?? (y === 0 ? 1 : 0);
  const others = inputs.filter((i) => i !== x1);
  const x2 = named(x2Names, others) ?? others.find((i) => i > x1) ?? others[0] ?? null;
  return {
    hasHeader,
    task: x2 !== null && holdsClasses(columns[y]) ? 'classification' : 'regression',
    x1,
    x2,
    y,
  };
}

/** Whether a column may be the class of a point: words, or a few whole numbers. */
function holdsClasses(column: CsvColumn | undefined): boolean {
  if (!column) return false;
  return !holdsNumericLabels(column) || (column.isCode && column.kinds <= limits.planeClasses[1]);
}

/** A word above a column of numbers is its name; so are names that a table of the page itself would have. */
function guessHeader(columns: readonly CsvColumn[], rows: number): boolean {
  const isWord = ({ first, numbers }: CsvColumn) => first !== '' && Number.isNaN(numbers[0]);
  if (rows < 2) return columns.every(isWord);
  return columns.some((column) => holdsNumbers(column) && isWord(column));
}

/** Without a telling name: what is called y unless it is a coordinate beside x, else a column of labels, else the last one. */
function guessAnswer(
  columns: readonly CsvColumn[],
  names: readonly string[],
  usable: readonly number[],
): number {
  const y = usable.find((i) => names[i] === 'y');
  const x = usable.find((i) => names[i] === 'x');
  if (y !== undefined && (x === undefined || usable.length === 2)) return y;
  const rest = usable.filter((i) => i !== y || x === undefined);
  const few = (i: number) => {
    const column = columns[i];
    return column !== undefined && !holdsNumericLabels(column) && column.kinds <= limits.planeClasses[1];
  };
  return rest.findLast(few) ?? rest.at(-1) ?? usable.at(-1) ?? columns.length - 1;
}

/** `X₁`, ` x_1 ` and `x1` are one name. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}
