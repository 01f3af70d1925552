/** From the chosen columns of a table to points. Rows that hold no point are named with line and reason; the others are kept. */
import { limits, type PointNames } from '../../engine/experiment';
import { orderLabels } from './classOrder';
import { type CsvColumn, holdsNumericLabels } from './columns';
import { exportedNames } from './exportedNames';
import type { Layout } from './layout';
import { isMissing } from './numbers';
import { hotNames, hotValue } from './oneHot';
import { type CsvChoice, columnsOf } from './roles';
import { scaleOf } from './scale';
import { splitValue } from './splitColumn';
import type { CsvTable } from './table';

/** The largest coordinate or target: what a plane can show. */
export const furthest = limits.plane[1];
/** More bad rows than these are only counted. */
const mostBad = 50;
const longestName = limits.nameLength;

export interface BadRow {
  readonly line: number;
  /** Index of the column. */
  readonly column: number;
  readonly reason: 'missing' | 'notANumber' | 'notFinite' | 'tooFar' | 'noClass' | 'noSplit' | 'notOneHot';
  /** What the cell holds. */
  readonly value: string;
}

/** A label and the class it becomes. */
export interface CsvLabel {
  readonly text: string;
  /** From 0. */
  readonly class: number;
  readonly points: number;
}

/** Values of a column are divided by this to come within what a plane can show; 1 as a rule. */
export interface Scales {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

export interface CsvPoints {
  /** One entry a point; x2 is 0 where there is one input. */
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  /** Class from 0, or the number to predict. */
  readonly y: readonly number[];
  /** 1 for a test point, 0 for a training point; null where no column says it. */
  readonly isTest: readonly (0 | 1)[] | null;
  /** Classes in order; empty for numbers. */
  readonly labels: readonly CsvLabel[];
  readonly names: PointNames;
  readonly scales: Scales;
  /** The first of them, in order of their lines. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
  /** Why they cannot be taken as they are. */
  readonly trouble:
    | 'noInput'
    | 'noAnswer'
    | 'oneInput'
    | 'noPoints'
    | 'tooManyClasses'
    | 'tooManyPoints'
    | 'noTraining'
    | null;
}

/** What takePoints reads. */
export interface TableToTake {
  readonly table: CsvTable;
  readonly columns: readonly CsvColumn[];
  readonly layout: Layout;
}

export function takePoints(from: TableToTake, choice: CsvChoice): CsvPoints {
  const { columns } = from;
  const [x1 = null] = columnsOf(choice, 'x1');
  const [x2 = null] = columnsOf(choice, 'x2');
  const [answer = null] = columnsOf(choice, 'y');
  const scales = {
    x1: scaleOf(columns[x1 ?? -1]?.numbers),
    x2: scaleOf(columns[x2 ?? -1]?.numbers),
    y: choice.task === 'regression' ? scaleOf(columns[answer ?? -1]?.numbers) : 1,
  };
  const kept = keepGoodRows(from, choice, scales);
  const classifies = choice.task === 'classification';
  const at = (column: number | null, scale: number) =>
    kept.rows.map((row) => (column === null ? 0 : (columns[column]?.numbers[row] ?? 0) / scale));
  const {
    y,
    labels,
    names: classes,
  } = classifies ? classesOf(from, kept.rows, choice) : { y: at(answer, scales.y), labels: [], names: [] };
  const isTest = splitOf(from, kept.rows, choice);
  return {
    x1: at(x1, scales.x1),
    x2: at(x2, scales.x2),
    y,
    isTest,
    labels,
    names: exportedNames(from.table, columns, from.layout) ?? {
      x1: nameOf(columns[x1 ?? -1], scales.x1),
      x2: nameOf(columns[x2 ?? -1], scales.x2),
      y: nameOf(columns[answer ?? -1], scales.y),
      classes,
    },
    scales,
    bad: kept.bad,
    badCount: kept.badCount,
    trouble:
      kept.rows.length + kept.badCount === 0
        ? 'noPoints'
        : troubleOf(kept.rows.length, labels, isTest, choice),
  };
}

/** '' where a column has no name, one that the page has itself, or a number for one as pandas gives it. */
function nameOf(column: CsvColumn | undefined, scale: number): string {
  const name = column?.name ?? '';
  if (/^(|\d+|x[\s_]?[12]|x[₁₂])$/i.test(name)) return '';
  return `${name.replace(/\s+/g, ' ').slice(0, longestName)}${scale === 1 ? '' : ` ÷ ${scale.toExponential(0).replace('e+', 'e')}`}`;
}

function troubleOf(
  points: number,
  labels: readonly CsvLabel[],
  isTest: CsvPoints['isTest'],
  choice: CsvChoice,
): CsvPoints['trouble'] {
  const has = (role: 'x1' | 'x2' | 'y' | 'oneHot') => choice.roles.includes(role);
  if (!has('x1')) return 'noInput';
  if (!has('y') && !has('oneHot')) return 'noAnswer';
  if (choice.task === 'classification' && !has('x2')) return 'oneInput';
  if (points === 0) return 'noPoints';
  if (points > limits.points) return 'tooManyPoints';
  if (isTest && !isTest.includes(0)) return 'noTraining';
  return labels.length > limits.planeClasses[1] ? 'tooManyClasses' : null;
}

function keepGoodRows({ table, columns, layout }: TableToTake, choice: CsvChoice, scales: Scales) {
  const rows: number[] = [];
  const bad: BadRow[] = [];
  let badCount = 0;
  const checks = checksOf(columns, choice, scales);
  for (let row = layout.first; row < table.rows.length; row++) {
    if (layout.comments.has(row)) continue;
    const cells = table.rows[row] ?? [];
    const found = firstProblem(checks, cells, row);
    if (!found) {
      rows.push(row);
      continue;
    }
    badCount++;
    if (bad.length < mostBad) {
      bad.push({ line: table.lines[row] ?? 0, ...found, value: (cells[found.column] ?? '').trim() });
    }
  }
  return { rows, bad, badCount };
}

interface Check {
  readonly column: number;
  problem(cells: readonly string[], row: number): BadRow['reason'] | null;
}

/** The columns to look at, from left to right as they are read. */
function checksOf(columns: readonly CsvColumn[], choice: CsvChoice, scales: Scales): Check[] {
  const { task, saysClass = false } = choice;
  const checks: Check[] = [];
  for (const [column, role] of choice.roles.entries()) {
    const { numbers, name } = columns[column] ?? { numbers: new Float64Array(0), name: '' };
    const number = (cells: readonly string[], row: number, scale: number) =>
      numberProblem((cells[column] ?? '').trim(), (numbers[row] ?? Number.NaN) / scale);
    if (role === 'x1' || role === 'x2') {
      checks.push({ column, problem: (cells, row) => number(cells, row, scales[role]) });
    } else if (role === 'y') {
      const isLabel = task === 'classification' && !saysClass && !holdsNumericLabels(columns[column]);
      checks.push({
        column,
        problem: (cells, row) => {
          if (isLabel) return isMissing(cells[column] ?? '') ? 'missing' : null;
          return (
            number(cells, row, scales.y) ??
            (saysClass && !isClassNumber(numbers[row] ?? 0) ? 'noClass' : null)
          );
        },
      });
    } else if (role === 'split') {
      checks.push({ column, problem: (cells) => splitProblem(cells[column] ?? '', name) });
    }
  }
  const group = columnsOf(choice, 'oneHot');
  const [first] = group;
  if (first !== undefined)
    checks.push({
      column: first,
      problem: (cells) => (hotColumn(cells, group) === null ? 'notOneHot' : null),
    });
  return checks;
}

function splitProblem(cell: string, name: string): BadRow['reason'] | null {
  if (isMissing(cell)) return 'missing';
  return splitValue(cell, name) === null ? 'noSplit' : null;
}

/** Which of the columns is the one; null where none or several are. */
function hotColumn(cells: readonly string[], group: readonly number[]): number | null {
  const hot = group.flatMap((column, i) => (hotValue(cells[column] ?? '') === 1 ? [i] : []));
  return hot.length === 1 ? (hot[0] ?? null) : null;
}

function firstProblem(checks: readonly Check[], cells: readonly string[], row: number) {
  for (const check of checks) {
    const reason = check.problem(cells, row);
    if (reason) return { column: check.column, reason };
  }
  return null;
}

function numberProblem(cell: string, value: number): BadRow['reason'] | null {
  if (Number.isNaN(value)) return isMissing(cell) ? 'missing' : 'notANumber';
  if (!Number.isFinite(value)) return 'notFinite';
  return Math.abs(value) > furthest ? 'tooFar' : null;
}

function splitOf(
  { table, columns }: TableToTake,
  rows: readonly number[],
  choice: CsvChoice,
): CsvPoints['isTest'] {
  const [split] = columnsOf(choice, 'split');
  if (split === undefined) return null;
  const name = columns[split]?.name ?? '';
  return rows.map((row) => splitValue(table.rows[row]?.[split] ?? '', name) ?? 0);
}

/**
 * Labels become classes in their own order or in that of `choice`. A column that is called class and holds whole numbers from 1 to 4,
 * as in an export, says the classes themselves.
 */
function classesOf(from: TableToTake, rows: readonly number[], choice: CsvChoice) {
  const { keys, numeric, name } = labelsOf(from, rows, choice);
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const present = [...counts.keys()];
  const isNamed = /^(class|类别)$/i.test(name);
  const saysClass =
    choice.saysClass ??
    (!choice.order && isNamed && numeric && present.every((key) => isClassNumber(Number(key))));
  const own = choice.roles.includes('oneHot')
    ? hotLabels(from, choice).filter((key) => counts.has(key))
    : orderLabels(present, numeric);
  const asked = (choice.order ?? []).filter((key) => counts.has(key));
  const order = [...asked, ...own.filter((key) => !asked.includes(key))];
  const classes = new Map(order.map((key, index) => [key, saysClass ? Number(key) - 1 : index]));
  return {
    y: keys.map((key) => classes.get(key) ?? 0),
    labels: order.map((key) => ({ text: key, class: classes.get(key) ?? 0, points: counts.get(key) ?? 0 })),
    names: saysClass ? [] : classNames(order, numeric, name),
  };
}

/** Numbers need to be told from the numbers of classes: `outcome = 0`. */
function classNames(order: readonly string[], numeric: boolean, name: string): string[] {
  if (!numeric) return order.map((label) => label.replace(/\s+/g, ' ').slice(0, longestName));
  return name === '' || /^\d+$/.test(name)
    ? []
    : order.map((label) => `${name.slice(0, longestName - 12)} = ${label}`);
}

function labelsOf({ table, columns, layout }: TableToTake, rows: readonly number[], choice: CsvChoice) {
  if (choice.roles.includes('oneHot')) {
    const group = columnsOf(choice, 'oneHot');
    const labels = hotLabels({ table, columns, layout }, choice);
    const keys = rows.map((row) => labels[hotColumn(table.rows[row] ?? [], group) ?? 0] ?? '');
    return { keys, numeric: false, name: '' };
  }
  const [y = -1] = columnsOf(choice, 'y');
  const column = columns[y];
  const numeric = choice.saysClass === true || holdsNumericLabels(column);
  const keys = rows.map((row) =>
    numeric ? String(column?.numbers[row] ?? 0) : (table.rows[row]?.[y] ?? '').trim(),
  );
  return { keys, numeric, name: column?.name ?? '' };
}

/** What the columns of the group are called. */
function hotLabels({ columns }: TableToTake, choice: CsvChoice): string[] {
  const group = columnsOf(choice, 'oneHot');
  return hotNames(group.map((column) => columns[column]?.name || String(column + 1)));
}

/** Whether a label is the number of a class of the plane, from 1. */
function isClassNumber(label: number): boolean {
  return Number.isInteger(label) && label >= 1 && label <= limits.planeClasses[1];
}
