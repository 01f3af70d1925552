/** A file on its way to a table: decoded, taken apart, examined. What a visitor says of it goes before what is found. */

import type { SliceOptions } from '../slices';
import { type CsvColumn, examineColumns } from './columns';
import { decodeBytes, type Encoding } from './encoding';
import { type Layout, layoutOf } from './layout';
import { type DecimalMark, decimalMarkOf } from './numbers';
import { type CsvTable, type CsvTrouble, readCsv, type Separator } from './table';

/** A hundred thousand rows of a few dozen columns. */
export const mostCsvBytes = 32_000_000;

/** What a visitor says of a file; the rest is found. */
export interface Asked {
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
  readonly mark?: DecimalMark | undefined;
  /** The row of the table that names the columns; null for none. */
  readonly header?: number | null | undefined;
}

export interface ExaminedTable {
  readonly table: CsvTable;
  readonly columns: readonly CsvColumn[];
  readonly layout: Layout;
  readonly mark: DecimalMark;
  /** null where there was a text to begin with. */
  readonly encoding: Encoding | null;
}

export type CsvFileTrouble =
  | CsvTrouble
  | { readonly kind: 'binary' | 'spreadsheet' | 'unreadable' | 'tooLarge' };

/** Cells from which the decimal mark is told. */
const sampleRows = 500;

/** Reads a chosen file. Rejects with an AbortError when `options.signal` says so. */
export async function readTableFile(
  file: Blob & { readonly name?: string },
  asked: Asked,
  options: SliceOptions,
): Promise<ExaminedTable | CsvFileTrouble> {
  if (file.size > mostCsvBytes) return { kind: 'tooLarge' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  if (isSpreadsheet(bytes)) return { kind: 'spreadsheet' };
  const decoded = await decodeBytes(bytes, asked.encoding, share(options, 0, 0.1));
  if (decoded === null) return { kind: 'binary' };
  const examined = await readTableText(decoded.text, asked, share(options, 0.1, 1));
  return 'kind' in examined ? examined : { ...examined, encoding: decoded.encoding };
}

/** Reads a text, which may have been pasted. */
export async function readTableText(
  text: string,
  asked: Asked = {},
  options: SliceOptions = {},
): Promise<ExaminedTable | CsvTrouble> {
  const table = await readCsv(text, asked.separator, share(options, 0, 0.5));
  if ('kind' in table) return table;
  const mark = asked.mark ?? decimalMarkOf(sampleCells(table), table.separator);
  const layout = layoutOf(table, mark, asked.header);
  const columns = await examineColumns(table, layout, mark, share(options, 0.5, 1));
  return { table, columns, layout, mark, encoding: null };
}

/** Of rows from all over the table. */
function* sampleCells({ rows }: CsvTable): Generator<string> {
  const stride = Math.max(1, Math.floor(rows.length / sampleRows));
  for (let row = 0; row < rows.length; row += stride) yield* rows[row] ?? [];
}

/** Workbooks of Excel and LibreOffice: zip archives, and the compound files before them. */
function isSpreadsheet(bytes: Uint8Array): boolean {
  const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte);
  return begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

function share(options: SliceOptions, from: number, to: number): SliceOptions {
  return {
    signal: options.signal,
    onProgress: (done) => options.onProgress?.(from + (to - from) * done),
  };
}
