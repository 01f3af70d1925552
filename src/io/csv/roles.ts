/**
 * What the columns of a table are: inputs, label, row number, split, one-hot group, or nothing that is needed. Guessed from names and
 * contents; a learner may choose otherwise.
 */
import type { Task } from '../../engine/data/dataset';
import { limits } from '../../engine/experiment';
import { type CsvColumn, holdsNumbers, holdsNumericLabels, mostKinds } from './columns';
import type { Layout } from './layout';
import { findOneHot } from './oneHot';
import { isSplit } from './splitColumn';
import type { CsvTable } from './table';

export const roles = ['x1', 'x2', 'y', 'oneHot', 'split', 'rowNumber', 'unused'] as const;
export type Role = (typeof roles)[number];

/** What is taken from a table. */
export interface CsvChoice {
  readonly task: Task;
  /** One of each of x1, y (or a oneHot group), and at most one of x2 and split. [column] */
  readonly roles: readonly Role[];
  /** Labels in the order of their classes; those it lacks come after. Empty for the order that they have by themselves. */
  readonly order?: readonly string[];
  /** Whether classes are their numbers, from 1, so that any other label is a mistake. */
  readonly saysClass?: boolean;
}

const answers = new Set(
  'class label target category species outcome diagnosis variety y_true ytrue labels classes 类别 类 标签 目标 目标值 种类 类型 品种 结果 分类'.split(
    ' ',
  ),
);
const x1Names = new Set('x1 x x0 feature1 f1 lon lng long longitude easting east 特征1 经度'.split(' '));
const x2Names = new Set('x2 y feature2 f2 lat latitude northing north 特征2 纬度'.split(' '));
/** Numbers and names of rows. */
const rowNames = new Set(
  'index id no nr # row rowid rowname rownames rownumber obs unnamed:0 uid uuid 序号 编号 行号 样本编号'.split(
    ' ',
  ),
);
/** What an export of the page adds. */
const passedOver = new Set('prediction loss label_text classname 预测 损失 类名'.split(' '));

/** A choice for a table of at least two columns; one that cannot be imported where there is no better one. */
export function guessChoice(table: CsvTable, columns: readonly CsvColumn[], layout: Layout): CsvChoice {
  const found = columns.map((_, i) => ownRole(table, columns, layout, i));
  const free = () => indices(found, null);
  let y = found.indexOf('y');
  if (y < 0) {
    const group = findOneHot(table, columns, layout, free());
    if (group.length > 0 && !free().some((i) => isWordLabel(columns[i]) && !group.includes(i))) {
      for (const i of group) found[i] = 'oneHot';
    } else {
      y = answerAmong(columns, free());
      found[y] = 'y';
    }
  }
  const [x1, x2] = inputsAmong(columns, free(), y);
  if (x1 !== undefined) found[x1] = 'x1';
  if (x2 !== undefined) found[x2] = 'x2';
  const isGroup = found.includes('oneHot');
  const classifies = x2 !== undefined && (isGroup || holdsClasses(columns[y]));
  return {
    task: classifies ? 'classification' : 'regression',
    roles: found.map((role) => role ?? 'unused'),
  };
}

/** What a column is by itself, without regard to the others; null for an input or a label. */
function ownRole(table: CsvTable, columns: readonly CsvColumn[], layout: Layout, i: number): Role | null {
  const column = columns[i] as CsvColumn;
  const flag = layout.flags[i];
  if (flag === 'label') return 'y';
  if (flag === 'rowName') return 'rowNumber';
  if (flag === 'ignored' || column.filled === 0) return 'unused';
  const name = plainName(column.name);
  if (isSplit(table, column, layout, i)) return 'split';
  if (rowNames.has(name) && (isUnique(column, table.rows.length - layout.first) || column.isWhole))
    return 'rowNumber';
  if (/(^|[a-z]_)id$/i.test(column.name.trim()) && column.kinds.length >= mostKinds) return 'rowNumber';
  // Without a name, beside others that have one, or among so many columns that two inputs and a label are left.
  const isUnnamed = name === '' && (columns.some((other) => other.name !== '') || columns.length > 3);
  if (i === 0 && isUnnamed && (column.isCount || !holdsNumbers(column))) {
    return isUnique(column, table.rows.length - layout.first) ? 'rowNumber' : null;
  }
  return passedOver.has(name) ? 'unused' : null;
}

/** As far as kinds are told apart. */
function isUnique(column: CsvColumn, rows: number): boolean {
  return column.isCount || column.kinds.length >= Math.min(mostKinds, rows, column.filled);
}

/** `X₁`, ` x_1 ` and `x1` are one name. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function indices<T>(values: readonly T[], wanted: T): number[] {
  return values.flatMap((value, i) => (value === wanted ? [i] : []));
}

/** Whether a column may be the class of a point: words, or a few whole numbers. */
function holdsClasses(column: CsvColumn | undefined): boolean {
  if (!column) return false;
  if (!holdsNumericLabels(column)) return true;
  const { kinds, isCode, isWhole } = column;
  return (isCode && kinds.length <= limits.planeClasses[1]) || (isWhole && kinds.length === 2);
}

function isWordLabel(column: CsvColumn | undefined): boolean {
  return (
    column !== undefined &&
    !holdsNumericLabels(column) &&
    column.kinds.length >= 2 &&
    column.kinds.length <= limits.planeClasses[1]
  );
}

/** What is called class or label, or y unless it is a coordinate beside x; else words, else codes at the end or in front, else the last. */
function answerAmong(columns: readonly CsvColumn[], free: readonly number[]): number {
  const names = columns.map(({ name }) => plainName(name));
  const named = free.find((i) => answers.has(names[i] ?? ''));
  if (named !== undefined) return named;
  const y = free.find((i) => names[i] === 'y');
  const hasX = free.some((i) => names[i] === 'x');
  if (y !== undefined && (!hasX || free.length === 2)) return y;
  const rest = free.filter((i) => i !== y);
  const words = rest.findLast((i) => isWordLabel(columns[i]));
  if (words !== undefined) return words;
  const last = rest.at(-1);
  const [first] = rest;
  if (
    first !== undefined &&
    last !== first &&
    !holdsClasses(columns[last as number]) &&
    isCoded(columns[first])
  )
    return first;
  return last ?? free.at(-1) ?? columns.length - 1;
}

/** Codes of classes from 0, 1 or −1 without a gap, each several times. */
function isCoded(column: CsvColumn | undefined): boolean {
  if (!column?.isCode || !holdsClasses(column) || column.filled < 3 * column.kinds.length) return false;
  const codes = column.kinds.map(Number).sort((a, b) => a - b);
  const [low = 0] = codes;
  const isRun = codes.every((code, i) => code === low + i) && (low === 0 || low === 1);
  return codes.length >= 2 && (isRun || codes.join() === '-1,1');
}

/** Two columns of numbers by their names, or the first two; one that is the same everywhere only where there is no other. */
function inputsAmong(
  columns: readonly CsvColumn[],
  free: readonly number[],
  y: number,
): readonly (number | undefined)[] {
  const numbers = free.filter((i) => i !== y && holdsNumbers(columns[i]));
  const varied = numbers.filter((i) => (columns[i]?.kinds.length ?? 0) > 1);
  const usable = varied.length >= 2 || (varied.length === 1 && numbers.length === 1) ? varied : numbers;
  const byName = (names: ReadonlySet<string>, among: readonly number[]) =>
    among.find((i) => names.has(plainName(columns[i]?.name ?? '')));
  const wanted = byName(x2Names, usable);
  const x1 = byName(x1Names, usable) ?? usable.find((i) => i !== wanted) ?? usable[0];
  const others = usable.filter((i) => i !== x1);
  const x2 = byName(x2Names, others) ?? others.find((i) => i > (x1 ?? 0)) ?? others[0];
  return [x1, x2];
}

/** The columns of a role. */
export function columnsOf({ roles: all }: Pick<CsvChoice, 'roles'>, role: Role): number[] {
  return indices(all, role);
}

/**
 * Gives a column another role. There is one column for each input, label and split: the one that had the role takes what this column
 * had, and a label column and a one-hot group do not go together.
 */
export function withRole(choice: CsvChoice, column: number, role: Role): CsvChoice {
  const before = choice.roles[column] ?? 'unused';
  const isSingle = role === 'x1' || role === 'x2' || role === 'y' || role === 'split';
  const changed = choice.roles.map((had, i): Role => {
    if (i === column) return role;
    if (isSingle && had === role) return before === 'oneHot' ? 'unused' : before;
    if ((role === 'y' && had === 'oneHot') || (role === 'oneHot' && had === 'y')) return 'unused';
    return had;
  });
  return { task: role === 'oneHot' ? 'classification' : choice.task, roles: changed };
}
