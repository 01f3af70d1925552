/**
 * The files of tests/cases as a careful person reads them: what R, pandas, NumPy, spreadsheets, Orange and geographic information
 * systems write, and course data. `own/` has more of the same kinds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { takePoints } from './points';
import { type Asked, readTableFile } from './read';
import { guessChoice } from './roles';

const folder = 'tests/cases';

async function read(name: string, asked: Asked = {}) {
  const examined = await readTableFile(new Blob([readFileSync(`${folder}/${name}`)]), asked, {});
  if ('kind' in examined) throw new Error(`${name}: ${examined.kind}`);
  const choice = guessChoice(examined.table, examined.columns, examined.layout);
  return { ...examined, choice, points: takePoints(examined, choice) };
}

/** Everything that a person would check in the dialog. */
async function summary(name: string) {
  const { table, encoding, mark, columns, layout, choice, points } = await read(name);
  return {
    read: [encoding, table.separator, mark, layout.header === null ? null : table.lines[layout.header]],
    names: columns.map((column) => column.name),
    roles: choice.roles,
    labels: points.labels.map(({ text, points: count }) => `${text} ${count}`),
    points: points.y.length,
    left: points.bad.map(({ line, reason, value }) => `${line} ${reason} ${value}`.trim()),
  };
}

type Summary = Awaited<ReturnType<typeof summary>>;

const none: readonly string[] = [];
const inputsAndLabel = ['x1', 'x2', 'y'] as const;
const rowInputsAndLabel = ['rowNumber', 'x1', 'x2', 'y'] as const;

const expected: Readonly<Record<string, { readonly [K in keyof Summary]: Readonly<Summary[K]> }>> = {
  'r_write_csv.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['', 'height', 'width', 'origin'],
    roles: rowInputsAndLabel,
    labels: ['alpine 15', 'coastal 15'],
    points: 30,
    left: none,
  },
  'quoted_label_first.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['origin', 'x1', 'x2'],
    roles: ['y', 'x1', 'x2'],
    labels: ['alpine 15', 'coastal 15'],
    points: 30,
    left: none,
  },
  'r_write_table.tsv': {
    read: ['utf-8', '\t', '.', 1],
    names: ['', 'dose', 'response', 'group'],
    roles: rowInputsAndLabel,
    labels: ['ctl 14', 'trt 14'],
    points: 28,
    left: none,
  },
  'pandas_integer_header.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['0', '1', '2'],
    roles: inputsAndLabel,
    labels: ['0 20', '1 20'],
    points: 40,
    left: none,
  },
  'pandas_index_and_integer_header.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['', '0', '1', '2'],
    roles: rowInputsAndLabel,
    labels: ['0 20', '1 20'],
    points: 40,
    left: none,
  },
  'savetxt_spaces.txt': {
    read: ['utf-8', ' ', '.', 1],
    names: ['x1', 'x2', 'label'],
    roles: inputsAndLabel,
    labels: ['0 12', '1 12', '2 12'],
    points: 36,
    left: none,
  },
  'sheets_decimal_comma.csv': {
    read: ['utf-8', ',', ',', 1],
    names: ['x', 'y', 'classe'],
    roles: inputsAndLabel,
    labels: ['A 15', 'B 15'],
    points: 30,
    left: none,
  },
  'thousands_separators.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['area', 'price', 'state'],
    roles: inputsAndLabel,
    labels: ['sold 14', 'unsold 14'],
    points: 28,
    left: none,
  },
  'missing_labels.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['rowid', 'bill_length', 'bill_depth', 'sex'],
    roles: rowInputsAndLabel,
    labels: ['female 12', 'male 11'],
    points: 23,
    left: ['5 missing NA', '8 missing NA', '11 missing NA', '16 missing ?', '22 missing'],
  },
  'windows1252_umlauts.csv': {
    read: ['windows-1252', ';', ',', 1],
    names: ['Temp (°C)', 'Größe (mm)', 'Art'],
    roles: inputsAndLabel,
    labels: ['Käfer 14', 'Mücke 14'],
    points: 28,
    left: none,
  },
  'utf16le_without_bom.csv': {
    read: ['utf-16le', '\t', '.', 1],
    names: ['x1', 'x2', 'label'],
    roles: inputsAndLabel,
    labels: ['0 12', '1 12'],
    points: 24,
    left: none,
  },
  'watermelon_gbk.csv': {
    read: ['gb18030', ',', '.', 1],
    names: ['编号', '密度', '含糖率', '好瓜'],
    roles: rowInputsAndLabel,
    labels: ['否 9', '是 8'],
    points: 17,
    left: none,
  },
  'utm_metres.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['easting', 'northing', 'cover'],
    roles: inputsAndLabel,
    labels: ['forest 15', 'meadow 15'],
    points: 30,
    left: none,
  },
  'longitude_latitude.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['lon', 'lat', 'cover'],
    roles: inputsAndLabel,
    labels: ['forest 15', 'meadow 15'],
    points: 30,
    left: none,
  },
  'one_hot_labels.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['x1', 'x2', 'red', 'green', 'blue'],
    roles: ['x1', 'x2', 'oneHot', 'oneHot', 'oneHot'],
    labels: ['red 10', 'green 10', 'blue 10'],
    points: 30,
    left: none,
  },
  'orange_three_headers.tab': {
    read: ['utf-8', '\t', '.', 1],
    names: ['leaf length', 'leaf width', 'species'],
    roles: inputsAndLabel,
    labels: ['Acer negundo 12', 'Acer palmatum 12', 'Acer rubrum 12'],
    points: 36,
    left: none,
  },
  'house_prices.txt': {
    read: ['utf-8', ',', '.', null],
    names: ['', '', ''],
    roles: inputsAndLabel,
    labels: none,
    points: 47,
    left: none,
  },
  'own/r_write_csv2.csv': {
    read: ['utf-8', ';', ',', 1],
    names: ['', 'length', 'mass', 'taxon'],
    roles: rowInputsAndLabel,
    labels: ['finch 12', 'wren 12'],
    points: 24,
    left: none,
  },
  'own/r_write_table_spaces.txt': {
    read: ['utf-8', ' ', '.', 1],
    names: ['', 'height', 'width', 'site'],
    roles: rowInputsAndLabel,
    labels: ['north 6', 'south 14'],
    points: 20,
    left: none,
  },
  'own/pandas_get_dummies.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['length', 'mass', 'kind_finch', 'kind_owl', 'kind_wren'],
    roles: ['x1', 'x2', 'oneHot', 'oneHot', 'oneHot'],
    labels: ['finch 12', 'owl 7', 'wren 7'],
    points: 26,
    left: none,
  },
  'own/excel_unicode_text.txt': {
    read: ['utf-16le', '\t', '.', 1],
    names: ['长度', '重量', '类别'],
    roles: inputsAndLabel,
    labels: ['甲 7', '乙 11'],
    points: 18,
    left: none,
  },
  'own/excel_sep_line.csv': {
    read: ['utf-8', ';', ',', 2],
    names: ['x1', 'x2', 'Note'],
    roles: inputsAndLabel,
    labels: ['gut 7', 'schlecht 11'],
    points: 18,
    left: none,
  },
  'own/title_and_units.csv': {
    read: ['utf-8', ',', '.', 3],
    names: ['length (cm)', 'width (cm)', 'species'],
    roles: inputsAndLabel,
    labels: ['elm 12', 'oak 10'],
    points: 22,
    left: none,
  },
  'own/utf16be_without_bom.csv': {
    read: ['utf-16be', ',', '.', 1],
    names: ['x1', 'x2', 'label'],
    roles: inputsAndLabel,
    labels: ['0 8', '1 8'],
    points: 16,
    left: none,
  },
  'own/uci_class_first.data': {
    read: ['utf-8', ',', '.', null],
    names: ['', '', '', ''],
    roles: ['y', 'x1', 'x2', 'unused'],
    labels: ['1 12', '2 10', '3 8'],
    points: 30,
    left: none,
  },
  'own/french_given_split.csv': {
    read: ['windows-1252', ';', ',', 1],
    names: ['Température (°C)', 'Durée (s)', 'état', 'jeu'],
    roles: ['x1', 'x2', 'y', 'split'],
    labels: ['fondu 14', 'gelé 11'],
    points: 25,
    left: none,
  },
  'own/rents_yen.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['面積(㎡)', '徒歩(分)', '家賃(円)'],
    roles: inputsAndLabel,
    labels: none,
    points: 20,
    left: none,
  },
  'own/orange_prefixes.tab': {
    read: ['utf-8', '\t', '.', 1],
    names: ['name', 'length', 'species', 'width'],
    roles: ['unused', 'x1', 'y', 'x2'],
    labels: ['elm 9', 'oak 11'],
    points: 20,
    left: none,
  },
  'own/shift_jis_pipes.txt': {
    read: ['shift_jis', '|', '.', 1],
    names: ['幅', '高さ', '合格'],
    roles: inputsAndLabel,
    labels: ['いいえ 14', 'はい 7'],
    points: 21,
    left: ['5 missing NULL', '9 missing N/A', '13 missing -'],
  },
  'own/comments.dat': {
    read: ['utf-8', ' ', '.', 2],
    names: ['a', 'b', 'class'],
    roles: inputsAndLabel,
    labels: ['0 8', '1 12'],
    points: 20,
    left: none,
  },
  'own/timestamps_ms.csv': {
    read: ['utf-8', ',', '.', 1],
    names: ['time_ms', 'load'],
    roles: ['x1', 'y'],
    labels: none,
    points: 40,
    left: none,
  },
};

describe('files as people have them', () => {
  for (const [name, right] of Object.entries(expected)) {
    it(`reads ${name}`, async () => expect(await summary(name)).toEqual(right));
  }

  it('knows every file of the folder', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.\w+$/.test(name),
    );
    expect(files.toSorted()).toEqual(Object.keys(expected).toSorted());
  });
});

describe('single values', () => {
  it('are what the files say', async () => {
    const sheet = (await read('sheets_decimal_comma.csv')).points;
    expect([Math.min(...sheet.x1), Math.max(...sheet.x1)]).toEqual([-1.715, 2.093]);
    const quoted = (await read('quoted_label_first.csv')).points;
    expect([quoted.x1[0], quoted.x2[0], quoted.y[0]]).toEqual([63, 31, 1]);
    expect((await read('thousands_separators.csv')).points.x1[0]).toBe(3612);
    const metres = (await read('utm_metres.csv')).points;
    expect([metres.x1[0], metres.x2[0]]).toEqual([447447.75, 5412037.81]);
    expect((await read('own/rents_yen.csv')).points.y[0]).toBe(60_000);
    expect((await read('own/timestamps_ms.csv')).points).toMatchObject({
      scales: { x1: 1e5 },
      names: { x1: 'time_ms ÷ 1e5' },
    });
    const french = (await read('own/french_given_split.csv')).points;
    expect(french.isTest?.filter((flag) => flag === 1)).toHaveLength(5);
  });

  it('come with the names that live on in the document', async () => {
    expect((await read('watermelon_gbk.csv')).points.names).toEqual({
      x1: '密度',
      x2: '含糖率',
      y: '好瓜',
      classes: ['否', '是'],
    });
    expect((await read('savetxt_spaces.txt')).points.names.classes).toEqual([
      'label = 0',
      'label = 1',
      'label = 2',
    ]);
    // Numbers for names say nothing.
    expect((await read('pandas_integer_header.csv')).points.names).toEqual({
      x1: '',
      x2: '',
      y: '',
      classes: [],
    });
  });
});

describe('what a visitor says', () => {
  it('goes before what is found', async () => {
    const latin = await read('watermelon_gbk.csv', { encoding: 'windows-1252' });
    expect(latin.columns[1]?.name).toBe('ÃÜ¶È');
    const cut = await read('windows1252_umlauts.csv', { separator: ',' });
    expect(cut.table.rows[1]).toEqual(['18', '45;7', '13;Käfer']);
    const grouped = await read('sheets_decimal_comma.csv', { mark: '.' });
    expect(grouped.columns[0]?.numbers[2]).toBe(1529);
    const nameless = await read('r_write_csv.csv', { header: null });
    expect(nameless.layout).toMatchObject({ header: null, first: 0 });
    const first = await read('house_prices.txt', { header: 0 });
    expect(first.columns.map(({ name }) => name)).toEqual(['2859', '1', '505400']);
    expect(first.points.y).toHaveLength(46);
  });
});
