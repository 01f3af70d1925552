/**
 * The text of a table as rows of cells: Papa Parse takes them apart, in slices that end where a record does, so that a hundred
 * thousand rows do not hold up the page. Rows without anything in them are passed over, but count as lines.
 */
import Papa from 'papaparse';
import { limits } from '../../engine/experiment';
import { createPauses, type SliceOptions } from '../slices';
import { decimalMarkOf, readNumber } from './numbers';

/** In the order in which they are preferred: commas also stand within numbers, spaces within words. `space` is any run of white space. */
export const separators = ['\t', ';', '|', ',', ' '] as const;
export type Separator = (typeof separators)[number];

export interface CsvTable {
  readonly separator: Separator;
  /** [row][cell]; rows may differ in length. The first ones may be anything else than points. */
  readonly rows: readonly (readonly string[])[];
  /** The line of the text, from 1, on which each row begins. [row] */
  readonly lines: readonly number[];
}

/** Why there is no table. */
export type CsvTrouble =
  | { readonly kind: 'empty' | 'tooManyRows' | 'oneColumn' }
  | { readonly kind: 'openQuote' | 'longQuote' | 'longRow'; readonly line: number };

/** More columns than these are not looked at: each has a number for every row. */
export const mostColumns = 256;
/** Lines above and below the points, of titles and comments. */
const otherRows = 100;
/** Characters of a row at most. A longer one is no point, and could only be read in one piece. */
export const mostRowChars = 200_000;
/** Parsed at once, in characters. */
const sliceChars = 1 << 15;
/** What the separator is told from. */
const sampleChars = 1 << 16;
const sampleRows = 100;

/** Reads a text; rejects with an AbortError when `options.signal` says so. */
export async function readCsv(
  text: string,
  asked?: Separator,
  options: SliceOptions = {},
): Promise<CsvTable | CsvTrouble> {
  const pause = createPauses(options);
  const named = /^sep=([\t;,|])(\r\n|\r|\n)/i.exec(text);
  const separator = asked ?? (named?.[1] as Separator | undefined) ?? (await separatorOf(text, pause));
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = named ? 2 : 1;
  let start = named ? named[0].length : 0;
  while (start < text.length) {
    const { end, openQuote, longRow } = recordEnd(text, start, separator, start + sliceChars);
    if (openQuote !== null) {
      const kind = openQuote + mostRowChars < text.length ? 'longQuote' : 'openQuote';
      return { kind, line: line + lineBreaks(text.slice(start, openQuote)) };
    }
    if (longRow !== null) return { kind: 'longRow', line: line + lineBreaks(text.slice(start, longRow)) };
    for (const row of parseRecords(text.slice(start, end), separator)) {
      if (!isBlank(row)) {
        rows.push(row.length > mostColumns ? row.slice(0, mostColumns) : row);
        lines.push(line);
      }
      line += row.reduce((sum, cell) => sum + lineBreaks(cell), 1);
    }
    if (rows.length > limits.points + otherRows) return { kind: 'tooManyRows' };
    start = end;
    await pause(start / text.length);
  }
  if (rows.length === 0) return { kind: 'empty' };
  return rows.some((row) => row.length > 1) ? { separator, rows, lines } : { kind: 'oneColumn' };
}

/** Whole records as rows of cells; their line ends may be of all kinds at once. */
export function parseRecords(records: string, separator: Separator): string[][] {
  const whole = records.replace(/\r\n?/g, '\n').replace(/\n?$/, '\n');
  const text = separator === ' ' ? singleSpaced(whole) : whole;
  // Behind the last line end, Papa Parse finds one row more.
  return Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data.slice(0, -1);
}

/** Runs of white space outside quotes as one space, none at the ends of lines. */
function singleSpaced(text: string): string {
  return text
    .replace(/(?<![^\s])("(?:[^"]|"")*")(?![^\s])|[^\S\n]+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(/^ | $/gm, '');
}

interface RecordEnd {
  readonly end: number;
  /** The place of a quote that is not closed within the length of a row. */
  readonly openQuote: number | null;
  /** The beginning of a row that is longer than `mostRowChars`. */
  readonly longRow: number | null;
}

/**
 * Where the first record ends that ends at `atLeast` or later, by the rules of Papa Parse: a quote that begins a cell quotes, up to
 * the next one before a separator or the end of a line. Looks no further than a row may be long.
 */
export function recordEnd(text: string, start: number, separator: Separator, atLeast: number): RecordEnd {
  const [stop, closing] = patterns[separator];
  const found = (end: number): RecordEnd => ({ end, openQuote: null, longRow: null });
  let at = start;
  let row = start;
  while (at < text.length) {
    if (text[at] === '"') {
      const closed = closingQuote(text, at, closing);
      if (closed === null) return { end: text.length, openQuote: at, longRow: null };
      at = closed + 1;
    }
    stop.lastIndex = at;
    const cut = stop.exec(text);
    if (!cut) return found(text.length);
    at = cut.index + cut[0].length;
    const isRowEnd = /[\r\n]/.test(cut[0]);
    if (cut.index - row > mostRowChars) return { end: text.length, openQuote: null, longRow: row };
    if (isRowEnd && at >= atLeast) return found(at);
    if (isRowEnd) row = at;
  }
  return found(text.length);
}

/** The end of a cell, and what may follow the quote that ends it. [separator] */
const patterns = Object.fromEntries(
  separators.map((separator) => {
    const mark = separator === ' ' ? '[^\\S\\r\\n]+' : separator === '|' ? '\\|' : separator;
    return [
      separator,
      [new RegExp(`${mark}|\\r\\n?|\\n`, 'g'), new RegExp(`[^\\S\\r\\n]*(?:${mark}|[\\r\\n]|$)`, 'y')],
    ];
  }),
) as Record<Separator, [stop: RegExp, closing: RegExp]>;

/** The quote that ends the cell that the quote at `open` begins; doubled ones are part of the cell. */
function closingQuote(text: string, open: number, closing: RegExp): number | null {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && at - open <= mostRowChars) {
    if (text[at + 1] === '"') at++;
    else {
      closing.lastIndex = at + 1;
      if (closing.test(text)) return at;
    }
    at = text.indexOf('"', at + 1);
  }
  return null;
}

function lineBreaks(text: string): number {
  return /[\r\n]/.test(text) ? (text.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}

/** Ends the files of old systems. */
const substitute = String.fromCharCode(26);

/** Also what only another separator would cut: spreadsheets end with rows of bare separators. */
function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => /^[\s;,|]*$/.test(cell.replace(substitute, '')));
}

/**
 * The separator that cuts most rows into the same number of cells, more than one, and most cells into numbers. Spaces separate only
 * where neither tabs, semicolons nor bars do: they also stand within words.
 */
async function separatorOf(text: string, pause: (share: number) => Promise<void>): Promise<Separator> {
  const sample = text.slice(0, sampleChars);
  const scored: { separator: Separator; share: number; score: number }[] = [];
  for (const separator of separators) {
    scored.push({ separator, ...scoreOf(sample, separator) });
    await pause(0);
  }
  const isClear = scored.some(
    ({ separator, share }) => separator !== ',' && separator !== ' ' && share >= 0.8,
  );
  return scored
    .filter(({ separator }) => !(isClear && separator === ' '))
    .reduce((best, next) => (next.score > best.score + 1e-9 ? next : best)).separator;
}

/** `share` of the rows that have the usual number of cells, more than one; 0 where most have one. */
function scoreOf(sample: string, separator: Separator): { readonly share: number; readonly score: number } {
  const { end } = recordEnd(sample, 0, separator, 0);
  // The last line of a sample is cut anywhere.
  const whole = sample.length < sampleChars ? sample.length : sample.lastIndexOf('\n') + 1;
  const rows = parseRecords(sample.slice(0, Math.max(end, whole)), separator)
    .filter((row) => !isBlank(row))
    .slice(0, sampleRows);
  const width = commonLength(rows);
  if (width < 2) return { share: 0, score: separator === ',' ? 0 : -1 };
  const typical = rows.filter((row) => row.length === width);
  const cells = typical.flat();
  const mark = decimalMarkOf(cells, separator);
  const numbers = cells.filter((cell) => !Number.isNaN(readNumber(cell, mark))).length;
  const share = typical.length / rows.length;
  // Without numbers the share of typical rows decides; a fifth, so that numbers weigh more than stray lines.
  return { share, score: share * (0.2 + numbers / cells.length) };
}

/** The length that most rows have; the larger one of two that are as frequent. */
export function commonLength(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [common, most] = [0, 0];
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > common)) [common, most] = [length, count];
  }
  return common;
}
