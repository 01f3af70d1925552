import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsOf } from '../../engine/data/prepareData';
import { defaultExperiment, limits } from '../../engine/experiment';
import { fitPlane } from './fitPlane';
import { decimalMarkOf, readNumber } from './numbers';
import { takePoints } from './points';
import { type ExaminedTable, readTableText } from './read';
import { type CsvChoice, guessChoice, type Role, withRole } from './roles';
import { writeCsv } from './write';

async function examine(text: string): Promise<ExaminedTable> {
  const examined = await readTableText(text);
  if ('kind' in examined) throw new Error(`no table: ${examined.kind}`);
  return examined;
}

async function guess(text: string): Promise<CsvChoice> {
  const { table, columns, layout } = await examine(text);
  return guessChoice(table, columns, layout);
}

async function take(text: string, change: Partial<CsvChoice> = {}) {
  const examined = await examine(text);
  const { table, columns, layout } = examined;
  return takePoints(examined, { ...guessChoice(table, columns, layout), ...change });
}

describe('readNumber', () => {
  it('reads what programs and spreadsheets write', () => {
    for (const [text, value] of [
      [' 1.5 ', 1.5],
      ['-.5e3', -500],
      ['−2', -2],
      ['１２', 12],
      ['+7.', 7],
      ['3,612.0', 3612],
      ['12,34,567', 1_234_567],
      ['1 234.5', 1234.5],
      ['1\u202f234', 1234],
      ["1'234'567", 1_234_567],
      ['¥1,200', 1200],
      ['45 %', 45],
      ['1e999', Number.POSITIVE_INFINITY],
      ['-inf', Number.NEGATIVE_INFINITY],
    ] as const) {
      expect(readNumber(text, '.'), text).toBe(value);
    }
    for (const text of ['', 'abc', '1,5', '0,267', '0x10', '1 2', 'NaN', '--1', '1,23'])
      expect(readNumber(text, '.'), text).toBeNaN();
  });

  it('reads a decimal comma where the table has one', () => {
    for (const [text, value] of [
      ['1,5', 1.5],
      ['-0,25', -0.25],
      ['1.234', 1234],
      ['1.234,5', 1234.5],
      ['1 234,5', 1234.5],
      ['7.5', 7.5],
    ] as const) {
      expect(readNumber(text, ','), text).toBe(value);
    }
    expect(readNumber('1,2,3', ',')).toBeNaN();
  });

  it('tells the decimal mark from what can only be one of the two', () => {
    expect(decimalMarkOf(['1,234', '0,5'], ';')).toBe(',');
    expect(decimalMarkOf(['1,234', '1,234.5'], ',')).toBe('.');
    expect(decimalMarkOf(['1.234', '12,5'], '\t')).toBe(',');
    expect(decimalMarkOf(['1,234'], ',')).toBe('.');
    expect(decimalMarkOf(['1,234'], ';')).toBe(',');
    expect(decimalMarkOf(['a', '1', ''], ',')).toBe('.');
  });
});

describe('guessChoice', () => {
  const classes = (...roles: Role[]): CsvChoice => ({ task: 'classification', roles });
  const targets = (...roles: Role[]): CsvChoice => ({ task: 'regression', roles });
  const expectations: readonly [string, string, CsvChoice][] = [
    [
      'an export',
      'x1,x2,class,split,prediction,loss\n1,2,1,train,1,0.1\n3,4,2,test,2,0.2',
      classes('x1', 'x2', 'y', 'split', 'unused', 'unused'),
    ],
    [
      'the export of a curve',
      'x1,y,split,prediction,loss\n1,2.5,train,1,0.1\n3,4,test,2,0.2',
      targets('x1', 'y', 'split', 'unused', 'unused'),
    ],
    [
      'irises, whose class stands last in words',
      'sepal,petal,species\n1,2,setosa\n2,3,virginica\n',
      classes('x1', 'x2', 'y'),
    ],
    [
      'a class first, and row numbers',
      '"",label,a,b\n1,yes,0.5,0.2\n2,no,0.1,0.3',
      classes('rowNumber', 'y', 'x1', 'x2'),
    ],
    [
      'numbers without a header, whole and few in the last column',
      '34.6,78.0,0\n30.2,43.8,0\n60.1,86.3,1',
      classes('x1', 'x2', 'y'),
    ],
    [
      'codes in front of measurements, as UCI has them',
      '1,14.2,1.7\n1,13.2,1.8\n1,13.1,2.3\n2,12.3,0.9\n2,12.6,1.3\n2,12.1,1.1\n',
      classes('y', 'x1', 'x2'),
    ],
    [
      'numbers without a header, none of them a class',
      '2104,3,399900\n1600,3,329900\n2400,3,369000\n1416,2,232000\n3000,4,539900',
      targets('x1', 'x2', 'y'),
    ],
    [
      'coordinates called x and y beside a label',
      'x;y;farbe\n1,5;2;rot\n2,5;3;blau',
      classes('x1', 'x2', 'y'),
    ],
    ['the answer in front, called y', 'y,x1,x2\n0.5,1,2\n0.7,3,4', targets('y', 'x1', 'x2')],
    ['Chinese names', '特征1,特征2,类别\n1,2,甲\n2,3,乙', classes('x1', 'x2', 'y')],
    [
      'latitude before longitude, which goes to the right',
      'lat,lon,kind\n39.9,116.3,a\n39.8,116.4,b\n',
      classes('x2', 'x1', 'y'),
    ],
    [
      'a column of ones before the inputs',
      'one,a,b,label\n1,0.5,2,0\n1,0.7,3,1\n1,0.2,1,0\n',
      classes('unused', 'x1', 'x2', 'y'),
    ],
    [
      'exclusive or, whose columns are no one-hot group',
      'a,b,c\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n',
      classes('x1', 'x2', 'y'),
    ],
  ];
  for (const [what, text, choice] of expectations) {
    it(`knows ${what}`, async () => {
      expect(await guess(text)).toEqual(choice);
    });
  }

  it('takes a lone row of numbers for a row, and lone words for a header', async () => {
    expect((await examine('1,2,3')).layout).toMatchObject({ header: null, first: 0 });
    expect((await examine('x1,x2,class')).layout).toMatchObject({ header: 0, first: 1 });
  });
});

describe('withRole', () => {
  const choice: CsvChoice = { task: 'classification', roles: ['x1', 'x2', 'unused', 'y'] };

  it('keeps one column for each input and label: the other one takes the role that is free', () => {
    expect(withRole(choice, 2, 'x1').roles).toEqual(['unused', 'x2', 'x1', 'y']);
    expect(withRole(choice, 0, 'x2').roles).toEqual(['x2', 'x1', 'unused', 'y']);
    expect(withRole(choice, 0, 'y').roles).toEqual(['y', 'x2', 'unused', 'x1']);
  });

  it('gives up the label for a one-hot group and the group for a label', () => {
    const group = withRole(withRole(choice, 2, 'oneHot'), 1, 'oneHot');
    expect(group.roles).toEqual(['x1', 'oneHot', 'oneHot', 'unused']);
    expect(withRole(group, 3, 'y').roles).toEqual(['x1', 'unused', 'unused', 'y']);
  });
});

describe('takePoints', () => {
  it('keeps good rows and names the others by line and reason', async () => {
    const text =
      'x1,x2,class\n1,2,a\nabc,2,a\n1,,b\n3,NaN,a\n1e999,0,b\n4,5\n\n6,2000000000,b\n7,8,b\n# end\n';
    const taken = await take(text);
    expect(taken.x1).toEqual([1, 7]);
    expect(taken.y).toEqual([0, 1]);
    expect(taken.badCount).toBe(6);
    expect(taken.bad).toEqual([
      { line: 3, column: 0, reason: 'notANumber', value: 'abc' },
      { line: 4, column: 1, reason: 'missing', value: '' },
      { line: 5, column: 1, reason: 'missing', value: 'NaN' },
      { line: 6, column: 0, reason: 'notFinite', value: '1e999' },
      { line: 7, column: 2, reason: 'missing', value: '' },
      { line: 9, column: 1, reason: 'tooFar', value: '2000000000' },
    ]);
  });

  it('lists fifty bad rows and counts them all', async () => {
    const good = '1,2,0\n'.repeat(2000);
    const taken = await take(`${good}${'x,2,1\n'.repeat(120)}`);
    expect(taken.x1).toHaveLength(2000);
    expect(taken.bad).toHaveLength(50);
    expect(taken.badCount).toBe(120);
  });

  it('makes classes of words by the alphabet, of numbers in numerical order', async () => {
    const words = await take('a,b,c\n1,1,red\n2,2,blue\n3,3,red\n');
    expect(words.y).toEqual([1, 0, 1]);
    expect(words.labels).toEqual([
      { text: 'blue', class: 0, points: 1 },
      { text: 'red', class: 1, points: 2 },
    ]);
    const numbers = await take('1,1,10\n2,2,-1\n3,3,2\n');
    expect(numbers.y).toEqual([2, 0, 1]);
    expect((await take('1,1,1\n2,2,0.0\n3,3,0\n')).y).toEqual([1, 0, 0]);
  });

  it('puts what says yes second, and the classes in the order that is asked for', async () => {
    for (const [yes, no] of [
      ['是', '否'],
      ['yes', 'no'],
      ['Yes', 'No'],
      ['TRUE', 'FALSE'],
      ['positive', 'negative'],
      ['好', '坏'],
      ['ja', 'nein'],
      ['oui', 'non'],
      ['有', '无'],
      ['1', '0'],
      ['1', '-1'],
    ]) {
      const text = `a,b,label\n1,1,${yes}\n2,2,${no}\n3,3,${yes}\n`;
      expect((await take(text)).y, yes).toEqual([1, 0, 1]);
      expect((await take(text, { order: [yes ?? '', no ?? ''] })).y, yes).toEqual([0, 1, 0]);
    }
  });

  it('takes the numbers of a column called class as they are, also where one is missing', async () => {
    expect((await take('x1,x2,class\n1,1,4\n2,2,2\n')).y).toEqual([3, 1]);
    expect((await take('x1,x2,class\n1,1,0\n2,2,2\n')).y).toEqual([0, 1]);
    expect((await take('x1,x2,label\n1,1,4\n2,2,2\n')).y).toEqual([1, 0]);
  });

  it('takes nothing but classes where it is told that they are meant', async () => {
    const taken = await take('1,1,2\n2,2,5\n3,3,red\n4,4,1.5\n5,5,1\n', { saysClass: true });
    expect(taken.y).toEqual([1, 0]);
    expect(taken.bad.map(({ reason, value }) => [reason, value])).toEqual([
      ['noClass', '5'],
      ['notANumber', 'red'],
      ['noClass', '1.5'],
    ]);
  });

  it('takes the split that a column says, and leaves rows out that say none', async () => {
    const taken = await take('a,b,c,set\n1,1,p,train\n2,2,q,Test\n3,3,p,val\n4,4,q,\n5,5,q,train\n');
    expect(taken.isTest).toEqual([0, 1, 1, 0]);
    expect(taken.bad).toEqual([{ line: 5, column: 3, reason: 'missing', value: '' }]);
    expect((await take('a,b,c,is_test\n1,1,p,0\n2,2,q,1\n')).isTest).toEqual([0, 1]);
    expect((await take('a,b,c,split\n1,1,p,test\n2,2,q,test\n')).trouble).toBe('noTraining');
  });

  it('brings what is too large for any plane within it, and says so', async () => {
    const taken = await take('ms,y\n1700000000000,1\n1700000060000,2\n1700000120000,4\n');
    expect(taken.scales).toEqual({ x1: 100_000, x2: 1, y: 1 });
    expect(taken.x1).toEqual([17_000_000, 17_000_000.6, 17_000_001.2]);
    expect(taken.names.x1).toBe('ms ÷ 1e5');
  });

  it('refuses more classes than the plane has, no points at all, and more points than fit', async () => {
    const five = await take('a,b,c\n1,1,p\n1,1,q\n1,1,r\n1,1,s\n1,1,t\n', { task: 'classification' });
    expect([five.trouble, five.labels.length]).toEqual(['tooManyClasses', 5]);
    expect((await take('x1,x2,class')).trouble).toBe('noPoints');
    const most = await take(`1,2,0\n${'1,2,1\n'.repeat(limits.points)}`);
    expect(most.trouble).toBe('tooManyPoints');
    expect((await take('a,b\n1,p\n2,q\n', { task: 'classification', roles: ['x1', 'y'] })).trouble).toBe(
      'oneInput',
    );
  });

  it('leaves x₂ at 0 for a curve and takes any number as a target', async () => {
    const curve = await take('x,y\n1,-2.5\n2,1e5\n');
    expect(curve).toMatchObject({ x1: [1, 2], x2: [0, 0], y: [-2.5, 1e5], labels: [], trouble: null });
  });
});

describe('fitPlane', () => {
  const plane = { x: [-8, 8], y: [-8, 8] } as const;
  const around = (low: number, high: number) => [low, (low + high) / 2, high];

  it('stays as it is when the points lie well in it', () => {
    expect(fitPlane(plane, [-7, 7], [-1, 3], true)).toBe(plane);
    expect(fitPlane(plane, [], [], true)).toBe(plane);
  });

  it('grows to a round square about points outside, and shrinks to tiny ones', () => {
    const exams = fitPlane(plane, around(30, 100), around(35, 98), true);
    expect(exams).toEqual({ x: [20, 110], y: [20, 110] });
    const petals = fitPlane(plane, around(0.1, 2.5), around(1, 2), true);
    expect((petals.x[1] - petals.x[0]) / (petals.y[1] - petals.y[0])).toBeCloseTo(1, 0);
  });

  it('has axes of different length where a square would crush the points', () => {
    const { x, y } = fitPlane(plane, around(800, 4500), around(1, 5), true);
    expect(x[1] - x[0]).toBeGreaterThan(3000);
    expect(y[1] - y[0]).toBeLessThan(10);
  });

  it('shows every point and is one the document accepts, whatever they are', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    const values = fc.array(value, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, values, fc.boolean(), (horizontal, vertical, square) => {
        const fitted = fitPlane(plane, horizontal, vertical, square);
        for (const [[low, high], inside] of [
          [fitted.x, horizontal],
          [fitted.y, vertical],
        ] as const) {
          expect(Math.min(...inside)).toBeGreaterThanOrEqual(low);
          expect(Math.max(...inside)).toBeLessThanOrEqual(high);
          expect(high - low).toBeGreaterThanOrEqual(1e-6);
          expect(Math.max(-low, high)).toBeLessThanOrEqual(1e9);
        }
      }),
    );
  });
});

describe('writeCsv', () => {
  const coordinate = fc.double({ min: -1e9, max: 1e9, noNaN: true });

  it('is read back with the same numbers, to the bit', async () => {
    const row = fc.record({ x1: coordinate, x2: coordinate, y: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const column = (key: 'x1' | 'x2' | 'y') => Float64Array.from(rows, (point) => point[key]);
        const points = { x1: column('x1'), x2: column('x2'), y: column('y') };
        const isTest = new Uint8Array(rows.length);
        const losses = new Float32Array(rows.length).fill(0.1);
        const data = { task: 'classification', inputs: 2 } as const;
        const pieces = await writeCsv({ data, points, isTest, predictions: losses, losses });
        const taken = await take(pieces.join(''));
        expect(taken.badCount).toBe(0);
        // A minus before a zero is not kept by String, and means nothing to a point.
        const plain = (values: Iterable<number>) => Array.from(values, (value) => value + 0);
        expect([taken.x1, taken.x2, taken.y]).toEqual([plain(points.x1), plain(points.x2), plain(points.y)]);
      }),
    );
  });

  it('has the header, the split, and what the model says, one line each', async () => {
    const text = await writeCsv({
      data: { task: 'regression', inputs: 1 },
      points: { x1: Float64Array.of(1, 2), x2: Float64Array.of(0, 0), y: Float64Array.of(0.5, -1) },
      isTest: Uint8Array.of(0, 1),
      predictions: Float32Array.of(0.3, -0.7),
      losses: null,
    });
    expect(text.join('')).toBe('x1,y,split,prediction,loss\r\n1,0.5,train,0.3,\r\n2,-1,test,-0.7,\r\n');
  });

  it('writes all points of the default experiment', async () => {
    const points = pointsOf(defaultExperiment.data);
    const isTest = new Uint8Array(points.y.length);
    const pieces = await writeCsv({
      data: defaultExperiment.data,
      points,
      isTest,
      predictions: null,
      losses: null,
    });
    const taken = await take(pieces.join(''));
    expect(taken.x1).toEqual([...points.x1]);
    expect(taken.labels.map((label) => label.text)).toEqual(['1', '2', '3', '4']);
  });
});
