/**
 * The text of a spreadsheet as rows of cells: separated by tabs, semicolons or commas, quoted as in RFC 4180. Read in slices, so that
 * a hundred thousand rows do not hold up the page. Rows without anything in them are passed over, but count as lines.
 */
import { dsvFormat } from 'd3-dsv';
import { limits } from '../engine/experiment';
import { createPauses, type SliceOptions } from './csvSlices';

export const separators = ['\t', ';', ','] as const;
export type Separator = (typeof separators)[number];

export interface CsvTable {
  readonly separator: Separator;
  /** [row][cell]; rows may differ in length. The first may be a header. */
  readonly rows: readonly (readonly string[])[];
  /** The line of the text, from 1, on which each row begins. [row] */
  readonly lines: readonly number[];
}

/** Why there is no table. */
export type CsvTrouble =
  | { readonly kind: 'empty' | 'tooManyRows' | 'oneColumn' }
  | { readonly kind: 'openQuote'; readonly line: number };

/** Parsed at once, in characters. */
const sliceChars = 1 << 15;
/** What the separator is told from. */
const sampleChars = 1 << 16;
const sampleRows = 50;

const quote = '"'.charCodeAt(0);
const lineFeed = '\n'.charCodeAt(0);
const carriageReturn = '\r'.charCodeAt(0);

/** Reads a text; rejects with an AbortError when `options.signal` says so. */
export async function readCsv(text: string, options: SliceOptions = {}): Promise<CsvTable | CsvTrouble> {
  const pause = createPauses(options);
  const named = /^sep=([\t;,])(\r\n|\r|\n)/i.exec(text);
  const separator = (named?.[1] as Separator | undefined) ?? separatorOf(text);
  const format = dsvFormat(separator);
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = named ? 2 : 1;
  let start = named ? named[0].length : 0;
  while (start < text.length) {
    const { end, openQuote } = recordEnd(text, start, separator, start + sliceChars);
    if (openQuote !== null) {
      return { kind: 'openQuote', line: line + lineBreaks(text.slice(start, openQuote)) };
    }
    for (const row of format.parseRows(text.slice(start, end))) {
      if (!isBlank(row)) {
        rows.push(row);
        lines.push(line);
      }
      line += row.reduce((sum, cell) => sum + lineBreaks(cell), 1);
    }
    if (rows.length > limits.points + 1) return { kind: 'tooManyRows' };
    start = end;
    await pause(start / text.length);
  }
  if (rows.length === 0) return { kind: 'empty' };
  return rows.some((row) => row.length > 1) ? { separator, rows, lines } : { kind: 'oneColumn' };
}

/**
 * Where the first record ends that ends at `atLeast` or later, by the rules of d3-dsv: only a quote that begins a cell quotes. With
 * a quote that is never closed, `openQuote` is its place.
 */
export function recordEnd(
  text: string,
  start: number,
  separator: Separator,
  atLeast: number,
): { readonly end: number; readonly openQuote: number | null } {
  const separatorCode = separator.charCodeAt(0);
  let at = start;
  while (at < text.length) {
    if (text.charCodeAt(at) === quote) {
      const closed = closingQuote(text, at);
      if (closed === null) return { end: text.length, openQuote: at };
      at = closed + 1;
    } else {
      at = cellEnd(text, at, separatorCode);
    }
    const code = text.charCodeAt(at++);
    if (code === carriageReturn && text.charCodeAt(at) === lineFeed) at++;
    if ((code === lineFeed || code === carriageReturn) && at >= atLeast) break;
  }
  return { end: Math.min(at, text.length), openQuote: null };
}

function cellEnd(text: string, start: number, separatorCode: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === separatorCode || code === lineFeed || code === carriageReturn) break;
    at++;
  }
  return at;
}

/** The quote that ends the cell that the quote at `open` begins; doubled ones are part of the cell. */
function closingQuote(text: string, open: number): number | null {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === quote) at = text.indexOf('"', at + 2);
  return at < 0 ? null : at;
}

function lineBreaks(text: string): number {
  return /[\r\n]/.test(text) ? (text.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}

/** Also what only another separator would cut: spreadsheets end with rows of bare separators. */
function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => /^[\s;,]*$/.test(cell));
}

/**
 * The separator that cuts most rows into the same number of cells, more than one. Tabs and semicolons before commas, which also
 * stand within numbers.
 */
function separatorOf(text: string): Separator {
  const agreeing = separators.map((separator) => ({ separator, ...agreement(text, separator) }));
  const clear = agreeing.find(({ cells, share }) => cells > 1 && share >= 0.8);
  const widest = agreeing.reduce((best, next) => (next.cells > best.cells ? next : best));
  return (clear ?? widest).separator;
}

/** How many cells most rows of the sample have, and the share of rows that do. */
function agreement(text: string, separator: Separator): { readonly cells: number; readonly share: number } {
  const { end } = recordEnd(text.slice(0, sampleChars), 0, separator, 0);
  const sample = text.slice(0, Math.max(end, lastLine(text)));
  const rows = dsvFormat(separator)
    .parseRows(sample)
    .filter((row) => !isBlank(row))
    .slice(0, sampleRows);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let [cells, most] = [1, 0];
  for (const [length, count] of counts) if (count > most) [cells, most] = [length, count];
  return { cells, share: rows.length > 0 ? most / rows.length : 0 };
}

/** The end of the last whole line within the sample. */
function lastLine(text: string): number {
  if (text.length <= sampleChars) return text.length;
  return text.lastIndexOf('\n', sampleChars - 1) + 1;
}
