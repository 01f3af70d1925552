/**
 * What stands where in a table: comments, titles and units above the points, the names of the columns, the three header lines of
 * Orange, row names that the header passes over (R). Pure; a visitor may say which line holds the names.
 */

import { type DecimalMark, isMissing, readNumber } from './numbers';
import { type CsvTable, commonLength, type Separator } from './table';

/** What a file itself says of a column. */
export type ColumnFlag = 'label' | 'ignored' | 'rowName';

export interface Layout {
  /** The row that names the columns; null where none does. */
  readonly header: number | null;
  /** The first row of points. */
  readonly first: number;
  /** '' for none. [column] */
  readonly names: readonly string[];
  /** [column] */
  readonly flags: readonly (ColumnFlag | null)[];
  /** Rows below `first` that are comments. */
  readonly comments: ReadonlySet<number>;
}

/** Told from so many rows. */
const sampleRows = 400;
/** So many lines may stand above the points. */
const mostAbove = 60;

/** `asked` is the row that a visitor takes for the names, or null for none. */
export function layoutOf(table: CsvTable, mark: DecimalMark, asked?: number | null): Layout {
  const { rows } = table;
  const comments = commentsOf(table);
  const sample = rows.slice(0, sampleRows).filter((_, row) => !comments.has(row));
  const width = commonLength(sample);
  const numeric = numericColumns(sample, width, mark);
  const isPoint = (row: readonly string[]) => looksLikePoint(row, numeric, mark);
  const above = rows.slice(0, mostAbove);
  const firstPoint = above.findIndex((row, i) => !comments.has(i) && isPoint(row));
  const body = firstPoint < 0 ? Math.min(1, rows.length) : firstPoint;
  const found = { table, comments, width, body, mark };
  if (asked === null) return { ...nameless(width), first: firstFull(found), comments };
  if (asked !== undefined) return { ...named(found, asked, []), first: Math.max(asked + 1, body), comments };
  return { ...headerOf(found), comments };
}

interface Found {
  readonly table: CsvTable;
  readonly comments: ReadonlySet<number>;
  /** Cells of most rows. */
  readonly width: number;
  /** The first row with numbers where numbers are. */
  readonly body: number;
  readonly mark: DecimalMark;
}

function headerOf(found: Found): Omit<Layout, 'comments'> {
  return threeHeaders(found) ?? oneHeader(found);
}

/** Names, types and roles, as Orange writes them; null where there is no line of types. */
function threeHeaders(found: Found): Omit<Layout, 'comments'> | null {
  const { rows } = found.table;
  const types = rows.slice(0, found.body).findIndex((row) => areTypes(row));
  if (types < 1) return null;
  const flags = types + 1 < found.body ? orangeFlags(rows[types + 1] ?? [], found.width) : null;
  const { header, names, flags: own } = named(found, types - 1, []);
  return { header, names, flags: flags ?? own, first: found.body };
}

function oneHeader(found: Found): Omit<Layout, 'comments'> {
  const { table, comments, body } = found;
  const full: number[] = [];
  for (let row = body - 1; row >= 0 && (comments.has(row) || isFull(found, row)); row--) {
    if (!comments.has(row)) full.unshift(row);
  }
  const [header, second] = full;
  if (header === undefined) {
    const numbered = countedHeader(found);
    if (numbered) return { ...named(found, body, []), first: body + 1 };
    return { ...commentedHeader(found), first: body };
  }
  return { ...named(found, header, table.rows[second ?? -1] ?? []), first: body };
}

function nameless(width: number): Pick<Layout, 'header' | 'names' | 'flags'> {
  return { header: null, names: Array<string>(width).fill(''), flags: Array<null>(width).fill(null) };
}

/** Where no line holds names, the first one that has all cells holds a point. */
function firstFull(found: Found): number {
  const row = found.table.rows.findIndex((_, i) => !found.comments.has(i) && isFull(found, i));
  return row < 0 ? found.body : row;
}

/** All cells are filled, or all but one: an index has no name. */
function isFull({ table, width }: Found, row: number): boolean {
  const cells = table.rows[row] ?? [];
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return cells.length >= width - 1 && filled >= Math.max(2, width - 1);
}

/** Names of the columns from a row, with the units that a second row gives them. */
function named(
  { table, width, body, mark }: Found,
  header: number,
  units: readonly string[],
): Pick<Layout, 'header' | 'names' | 'flags'> {
  const cells = table.rows[header] ?? [];
  const isComment = commentText(cells, table.separator) !== null;
  const texts = isComment
    ? (commentCells(cells, table.separator, width) ?? [])
    : cells.map((cell) => cell.trim());
  // R leaves the name of the row names out. A last cell that is always empty is a separator at the ends of lines.
  const lasts = table.rows.slice(body, body + sampleRows).map((row) => (row[width - 1] ?? '').trim());
  const isShort = texts.length === width - 1 && lasts.some((last) => last !== '');
  const shifted = isShort ? ['', ...texts] : texts;
  const flags = Array.from({ length: width }, (_, i): ColumnFlag | null =>
    isShort && i === 0 ? 'rowName' : flagIn(shifted[i]),
  );
  const names = Array.from({ length: width }, (_, i) =>
    withUnit(plainName(shifted[i] ?? ''), units[i] ?? '', mark),
  );
  return { header, names, flags };
}

function withUnit(name: string, unit: string, mark: DecimalMark): string {
  const text = unit.trim().replace(/^[[(](.*)[\])]$/, '$1');
  if (text === '' || text === '-' || !Number.isNaN(readNumber(text, mark)) || name.includes(text))
    return name;
  return name === '' ? text : `${name} (${text})`;
}

/** Names of Orange may begin with what the column is: `cD#species`, `mS#note`. */
const prefixed = /^(?:([mciw])[CDST]?|[CDST])#(?=.)/;

function plainName(text: string): string {
  return text.replace(prefixed, '').trim();
}

function flagIn(name: string | undefined): ColumnFlag | null {
  const [whole, role] = prefixed.exec(name ?? '') ?? [];
  if (!whole) return null;
  return role === 'c' ? 'label' : role === undefined ? null : 'ignored';
}

const orangeTypes = /^(c|d|s|t|continuous|numeric|discrete|categorical|string|text|time)$/i;
const orangeRoles = /^(|c(lass)?|m(eta)?|i(gnore)?|w(eight)?|a(ttribute)?|\S+=\S*)$/i;

/** Whether every cell is a type of Orange or lists the values of a column, and some are types. */
function areTypes(cells: readonly string[]): boolean {
  const types = cells.map((cell) => cell.trim());
  return (
    types.some((type) => orangeTypes.test(type)) &&
    types.every((type) => orangeTypes.test(type) || /\s/.test(type))
  );
}

/** What the third header line of Orange says of the columns; null where it is none. */
function orangeFlags(cells: readonly string[], width: number): (ColumnFlag | null)[] | null {
  const said = Array.from({ length: width }, (_, i) => (cells[i] ?? '').trim());
  if (!said.every((role) => orangeRoles.test(role))) return null;
  return said.map((role) =>
    role === '' || /^a/i.test(role) || role.includes('=') ? null : /^c/i.test(role) ? 'label' : 'ignored',
  );
}

/** pandas numbers columns that have no names: 0, 1, 2 above what is not whole. */
function countedHeader({ table, body, width, mark }: Found): boolean {
  const cells = (table.rows[body] ?? []).map((cell) => cell.trim());
  const indexed = cells[0] === '' ? 1 : 0;
  const counted = cells.slice(indexed);
  if (cells.length !== width || counted.length < 2 || counted.some((cell, i) => cell !== String(i)))
    return false;
  const below = table.rows.slice(body + 1, body + sampleRows);
  if (below.length === 0) return false;
  const fractions = below.filter((row) =>
    row.some((cell) => /\d[.,e]\d/i.test(cell) && !Number.isNaN(readNumber(cell, mark))),
  );
  return fractions.length > below.length / 2 || indexed === 1;
}

/** Names from the last comment above the points that has one for each column, as NumPy writes them. */
function commentedHeader(found: Found): Pick<Layout, 'header' | 'names' | 'flags'> {
  const { table, comments, body, width } = found;
  for (let row = body - 1; row >= 0; row--) {
    if (comments.has(row) && commentCells(table.rows[row] ?? [], table.separator, width))
      return named(found, row, []);
  }
  return nameless(width);
}

/** Rows that begin as comments do, unless most rows do. */
function commentsOf({ rows, separator }: CsvTable): Set<number> {
  const comments = new Set<number>();
  for (const [i, row] of rows.entries()) if (commentText(row, separator) !== null) comments.add(i);
  return comments.size > rows.length / 2 ? new Set() : comments;
}

/** What a comment says; null where a row is none. A lone # before a separator is the name of a column of row numbers. */
function commentText(cells: readonly string[], separator: Separator): string | null {
  const [first = ''] = cells;
  const [marker] = /^\s*(#+|%+|\/\/)\s*/.exec(first) ?? [];
  if (marker === undefined || prefixed.test(first)) return null;
  if (separator !== ' ' && cells.length > 1 && first.trim() === '#') return null;
  return cells.join(separator).slice(marker.length).trim();
}

/** One cell for each column, or all but that of row names; else null. */
function commentCells(cells: readonly string[], separator: Separator, width: number): string[] | null {
  const text = commentText(cells, separator) ?? '';
  for (const cut of [separator, /\s*[,;|\t]\s*/, /[\s,;|]+/]) {
    const parts = text.split(cut).map((part) => part.trim());
    if (parts.length === width && parts.some((part) => Number.isNaN(Number(part)))) return parts;
  }
  return null;
}

/** Columns in which half of the filled cells are numbers. */
function numericColumns(sample: readonly (readonly string[])[], width: number, mark: DecimalMark): number[] {
  const share = (column: number) => {
    const filled = sample.map((row) => row[column] ?? '').filter((cell) => !isMissing(cell));
    const numbers = filled.filter((cell) => !Number.isNaN(readNumber(cell, mark)));
    return filled.length > 0 ? numbers.length / filled.length : 0;
  };
  return Array.from({ length: width }, (_, i) => i).filter((column) => share(column) >= 0.5);
}

/** Whether at least half of the columns of numbers, and one, hold a number. */
function looksLikePoint(row: readonly string[], numeric: readonly number[], mark: DecimalMark): boolean {
  const filled = numeric.map((column) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
  const missing = filled.filter(isMissing).length;
  const numbers = filled.filter((cell) => !Number.isNaN(readNumber(cell, mark))).length;
  return numbers > 0 && numbers + missing >= filled.length / 2;
}
