/** From the chosen columns of a table to points. Rows that hold no point are named with line and reason; the others are kept. */
import { limits } from '../engine/experiment';
import type { CsvTable } from './csv';
import { type CsvColumn, holdsNumericLabels } from './csvColumns';
import type { CsvChoice } from './csvGuess';

/** The largest coordinate or target: what a plane can show. */
export const furthest = 1e6;
/** More bad rows than these are only counted. */
const mostBad = 50;

export interface BadRow {
  readonly line: number;
  /** Index of the column. */
  readonly column: number;
  readonly reason: 'missing' | 'notANumber' | 'notFinite' | 'tooFar' | 'noClass';
  /** What the cell holds. */
  readonly value: string;
}

/** A label of the class column and the class it becomes. */
export interface CsvLabel {
  readonly text: string;
  /** From 0. */
  readonly class: number;
  readonly points: number;
}

export interface CsvPoints {
  /** One entry a point; x2 is 0 where there is one input. */
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  /** Class from 0, or the number to predict. */
  readonly y: readonly number[];
  /** Classes in order; empty for numbers. */
  readonly labels: readonly CsvLabel[];
  /** The first of them, in order of their lines. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
  /** Why they cannot be taken as they are. */
  readonly trouble: 'noPoints' | 'tooManyClasses' | 'tooManyPoints' | null;
}

export function takePoints(table: CsvTable, columns: readonly CsvColumn[], choice: CsvChoice): CsvPoints {
  const kept = keepGoodRows(table, columns, choice);
  const classifies = choice.task === 'classification';
  const { y, labels } = classifies
    ? classesOf(kept.rows, columns[choice.y], table, choice)
    : { y: kept.rows.map((row) => columns[choice.y]?.numbers[row] ?? 0), labels: [] };
  const at = (column: number | null) =>
    kept.rows.map((row) => (column === null ? 0 : (columns[column]?.numbers[row] ?? 0)));
  return {
    x1: at(choice.x1),
    x2: at(choice.x2),
    y,
    labels,
    bad: kept.bad,
    badCount: kept.badCount,
    trouble: troubleOf(kept.rows.length, labels),
  };
}

function troubleOf(points: number, labels: readonly CsvLabel[]): CsvPoints['trouble'] {
  if (points === 0) return 'noPoints';
  if (points > limits.points) return 'tooManyPoints';
  return labels.length > limits.planeClasses[1] ? 'tooManyClasses' : null;
}

function keepGoodRows(table: CsvTable, columns: readonly CsvColumn[], choice: CsvChoice) {
  const rows: number[] = [];
  const bad: BadRow[] = [];
  let badCount = 0;
  const checks = checksOf(columns, choice);
  for (let row = choice.hasHeader ? 1 : 0; row < table.rows.length; row++) {
    const cells = table.rows[row] ?? [];
    const found = firstProblem(checks, cells, row);
    if (!found) {
      rows.push(row);
      continue;
    }
    badCount++;
    if (bad.length < mostBad) {
      bad.push({ line: table.lines[row] ?? 0, ...found, value: cells[found.column] ?? '' });
    }
  }
  return { rows, bad, badCount };
}

interface Check {
  readonly column: number;
  /** null where any label will do. */
  readonly numbers: Float64Array | null;
  /** Whether the numbers must be those of classes, from 1. */
  readonly isClass?: boolean;
}

/** The columns to look at, from left to right as they are read. */
function checksOf(columns: readonly CsvColumn[], { task, x1, x2, y, saysClass = false }: CsvChoice): Check[] {
  const answer = columns[y];
  const isLabel = task === 'classification' && !saysClass && !holdsNumericLabels(answer);
  const inputs = [x1, x2].filter((column) => column !== null);
  return [
    ...inputs.map((column) => ({ column, numbers: columns[column]?.numbers ?? null })),
    { column: y, numbers: isLabel ? null : (answer?.numbers ?? null), isClass: saysClass },
  ];
}

function firstProblem(checks: readonly Check[], cells: readonly string[], row: number) {
  for (const check of checks) {
    const reason = problemOf(check, (cells[check.column] ?? '').trim(), row);
    if (reason) return { column: check.column, reason };
  }
  return null;
}

function problemOf({ numbers, isClass }: Check, cell: string, row: number): BadRow['reason'] | null {
  if (cell === '') return 'missing';
  if (!numbers) return null;
  const value = numbers[row] ?? Number.NaN;
  if (Number.isNaN(value)) return /^nan$/i.test(cell) ? 'notFinite' : 'notANumber';
  if (!Number.isFinite(value)) return 'notFinite';
  if (Math.abs(value) > furthest) return 'tooFar';
  return isClass && !isClassNumber(value) ? 'noClass' : null;
}

/**
 * Labels become classes: words in order of their first appearance, numbers in numerical order. A column that is called class and
 * holds whole numbers from 1 to 4, as in an export, says the classes themselves.
 */
function classesOf(
  rows: readonly number[],
  column: CsvColumn | undefined,
  table: CsvTable,
  choice: CsvChoice,
): { readonly y: readonly number[]; readonly labels: readonly CsvLabel[] } {
  const counts = new Map<string | number, number>();
  const isNumeric = choice.saysClass === true || holdsNumericLabels(column);
  const keys = rows.map((row) =>
    isNumeric ? (column?.numbers[row] ?? 0) : (table.rows[row]?.[choice.y] ?? '').trim(),
  );
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const order = [...counts.keys()];
  if (isNumeric) order.sort((a, b) => Number(a) - Number(b));
  const isNamed = choice.hasHeader && /^(class|类别)$/i.test(column?.first ?? '');
  const saysClass = choice.saysClass ?? (isNamed && order.every(isClassNumber));
  const classes = new Map(order.map((key, index) => [key, saysClass ? Number(key) - 1 : index]));
  return {
    y: keys.map((key) => classes.get(key) ?? 0),
    labels: order.map((key) => ({
      text: String(key),
      class: classes.get(key) ?? 0,
      points: counts.get(key) ?? 0,
    })),
  };
}

/** Whether a label is the number of a class of the plane, from 1. */
function isClassNumber(label: string | number): boolean {
  return Number.isInteger(label) && Number(label) >= 1 && Number(label) <= limits.planeClasses[1];
}
