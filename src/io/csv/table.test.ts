import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { limits } from '../../engine/experiment';
import { decodeBytes as decode } from './encoding';
import { type CsvTable, mostRowChars, parseRecords, readCsv, recordEnd, separators } from './table';

const formatRows = (rows: string[][]) => Papa.unparse(rows, { newline: '\n' });

async function table(text: string): Promise<CsvTable> {
  const read = await readCsv(text);
  if ('kind' in read) throw new Error(`no table: ${read.kind}`);
  return read;
}

/** Cells with everything that matters to a parser in them. */
const cell = fc.string({
  unit: fc.constantFrom('a', '1', '.', ',', ';', '\t', '"', '\n', '\r\n', ' ', '中'),
});

describe('readCsv', () => {
  it('reads back whatever was written, blank rows apart', async () => {
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const filled = written.map((row) => ['x', ...row]);
        const read = await table(`sep=,\n${formatRows(filled)}`);
        // Line ends within cells are of one kind.
        expect(read.rows).toEqual(filled.map((row) => row.map((text) => text.replaceAll('\r\n', '\n'))));
      }),
    );
  });

  it('finds the separator, and the lines that rows begin on', async () => {
    expect(await table('a;b\r\n1,5;2\r\n\r\n3;4\r\n')).toEqual({
      separator: ';',
      rows: [
        ['a', 'b'],
        ['1,5', '2'],
        ['3', '4'],
      ],
      lines: [1, 2, 4],
    });
    expect((await table('1,5\t2\n3\t4')).separator).toBe('\t');
    expect((await table('name,note\nx,"a;b"\ny,c')).separator).toBe(',');
    expect((await table('sep=;\na,b;c')).lines).toEqual([2]);
  });

  it('keeps as many columns as a wide table of measurements has', async () => {
    const names = Array.from({ length: 203 }, (_, i) => `gene ${i}`);
    const { rows } = await table(formatRows([names, names.map((_, i) => `${i / 7}`)]));
    expect(rows[0]).toEqual(names);
  });

  it('counts the lines within quoted cells, and knows CR, LF and CRLF', async () => {
    expect((await table('a,b\n"two\r\nlines",1\r3,4\r\n5,6')).lines).toEqual([1, 2, 4, 5]);
  });

  it('gives way and tells how far it is in a large text, and can be stopped', async () => {
    const text = formatRows(Array.from({ length: 60_000 }, (_, i) => [`${i}`, '"quoted"\nand long', '7']));
    const shares: number[] = [];
    const read = await readCsv(text, undefined, { onProgress: (share) => shares.push(share) });
    expect('kind' in read ? read.kind : read.rows.length).toBe(60_000);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const controller = new AbortController();
    controller.abort();
    await expect(readCsv(text, undefined, { signal: controller.signal })).rejects.toThrow(/abort/i);
  });

  it('says what is wrong with a text that is no table', async () => {
    expect(await readCsv('')).toEqual({ kind: 'empty' });
    expect(await readCsv('\n ,\r\n')).toEqual({ kind: 'empty' });
    expect(await readCsv('1\n2\n3')).toEqual({ kind: 'oneColumn' });
    expect(await readCsv('a,b\n1,2\n3,"never closed\n5,6')).toEqual({ kind: 'openQuote', line: 3 });
    expect(await readCsv('1,2\n'.repeat(2 * limits.points))).toEqual({ kind: 'tooManyRows' });
    expect(await readCsv(`a,b\n${'1,2\n'.repeat(limits.points)}`)).toMatchObject({ separator: ',' });
  });
});

describe('recordEnd', () => {
  it('cuts a text where Papa Parse ends a record, whatever is in it', () => {
    fc.assert(
      fc.property(cell, fc.constantFrom(...separators), fc.nat(40), (text, separator, atLeast) => {
        const { end, openQuote } = recordEnd(text, 0, separator, atLeast);
        if (openQuote !== null || end === text.length) return;
        const parts = [text.slice(0, end), text.slice(end)];
        if (parts.some((part) => recordEnd(part, 0, separator, part.length).openQuote !== null)) return;
        expect(parts.flatMap((part) => parseRecords(part, separator))).toEqual(parseRecords(text, separator));
      }),
      { numRuns: 5000 },
    );
  });

  it('looks no further than a row may be long', () => {
    const long = `${'1,'.repeat(mostRowChars)}1\n`;
    expect(recordEnd(`1,2\n${long}`, 0, ',', 5)).toMatchObject({ openQuote: null, longRow: 4 });
    expect(recordEnd(`1,2\n"${long}`, 0, ',', 5)).toMatchObject({ openQuote: 4, longRow: null });
  });
});

describe('decodeBytes', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  const decodeBytes = async (input: Uint8Array) => (await decode(input, undefined))?.text ?? null;

  it('reads UTF-8 with and without its mark, UTF-16, and what Chinese and Western spreadsheets save', async () => {
    expect(await decodeBytes(new TextEncoder().encode('\uFEFFx,类'))).toBe('x,类');
    expect(await decodeBytes(bytes(0xff, 0xfe, 0x78, 0, 0x09, 0, 0x7b, 0x7c))).toBe('x\t类');
    expect(await decodeBytes(bytes(0x78, 0x2c, 0xc0, 0xe0))).toBe('x,类');
    expect(await decodeBytes(bytes(0xe9, 0x2c, 0x31))).toBe('é,1');
  });

  it('refuses what is no text', async () => {
    expect(await decodeBytes(bytes(0x50, 0x4b, 3, 4, 0, 0))).toBeNull();
  });

  it('reads a long text piece by piece without breaking a letter', async () => {
    const text = '数据，'.repeat(200_000);
    expect(await decodeBytes(new TextEncoder().encode(text))).toBe(text);
  });
});

it('takes a quote within a cell for a quote', async () => {
  expect((await table('size,n\n5" pipe,2\n"6",3\n')).rows).toEqual([
    ['size', 'n'],
    ['5" pipe', '2'],
    ['6', '3'],
  ]);
});

it('reads columns that are set apart by any white space', async () => {
  expect((await table('  a   b\n 1.5\t 2\n"x y"  3  \n')).rows).toEqual([
    ['a', 'b'],
    ['1.5', '2'],
    ['x y', '3'],
  ]);
});

it('prefers the separator that leaves numbers', async () => {
  for (const [text, separator] of [
    ['1,5 2,5 a\n2,5 3,5 b\n', ' '],
    ['18,45;7,13;Käfer\n25,11;7,20;Mücke\n', ';'],
    ['"3,612.0","501,349.9",sold\n"2,204.3","412,138.0",unsold\n', ','],
    ['1.8\t0.4\tAcer rubrum\n1.7\t0.3\tAcer negundo\n', '\t'],
    ['1.8|0.4|Acer rubrum\n1.7|0.3|Acer negundo\n', '|'],
  ] as const) {
    expect((await table(text)).separator, text).toBe(separator);
  }
});

it('refuses a row or a quote that goes on and on, by its line, and reads no further', async () => {
  const read = (text: string) => readCsv(text);
  expect(await read(`a,b\n1,2\n${'1.5,'.repeat(mostRowChars / 4 + 1)}\n3,4\n`)).toEqual({
    kind: 'longRow',
    line: 3,
  });
  expect(await read(`a,b\n1,2\n${'x'.repeat(mostRowChars + 1)},4\n`)).toEqual({ kind: 'longRow', line: 3 });
  expect(await read(`a,b\n"1,2\n${'3,4\n'.repeat(mostRowChars)}`)).toEqual({ kind: 'longQuote', line: 2 });
  expect(await read(`a,b\n"1,2\n3,4\n`)).toEqual({ kind: 'openQuote', line: 2 });
  // Many short rows are no long one.
  expect(await read('1,2\n'.repeat(mostRowChars / 2))).toHaveProperty('rows.length', mostRowChars / 2);
});
