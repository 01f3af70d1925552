import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classTint } from './boundary/classTint';
import { COLOUR_COUNT, classSymbols, hasInside, type MarkPath, traceMark } from './classMarks';
import { contrast, type Rgb, rgbOf } from './colours';

const themeSheet = readFileSync(join(import.meta.dirname, '../app/theme.css'), 'utf8');

/** What a path is told, coordinates as bounds. */
function record(classIndex: number, radius: number) {
  const calls: string[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  const path: MarkPath = {
    moveTo: (x, y) => {
      calls.push('M');
      xs.push(x);
      ys.push(y);
    },
    lineTo: (x, y) => {
      calls.push('L');
      xs.push(x);
      ys.push(y);
    },
    arc: (x, y, r) => {
      calls.push('A');
      xs.push(x - r, x + r);
      ys.push(y - r, y + r);
    },
    closePath: () => {
      calls.push('Z');
    },
  };
  traceMark(path, classIndex, 100, 50, radius);
  return { calls: calls.join(''), xs, ys };
}

test('draws ○, ×, △ and □, in this order, and wraps round after them', () => {
  expect(classSymbols).toEqual(['○', '×', '△', '□']);
  const drawn = [0, 1, 2, 3].map((classIndex) => record(classIndex, 4).calls);
  expect(drawn).toEqual(['MAZ', 'MLML', 'MLLZ', 'MLLLZ']);
  expect(record(COLOUR_COUNT + 2, 4)).toEqual(record(2, 4));
});

test('every mark stays within a quarter more than its radius of its point', () => {
  for (let classIndex = 0; classIndex < COLOUR_COUNT; classIndex++) {
    const { xs, ys } = record(classIndex, 8);
    for (const x of xs) expect(Math.abs(x - 100)).toBeLessThanOrEqual(10);
    for (const y of ys) expect(Math.abs(y - 50)).toBeLessThanOrEqual(10);
  }
});

test('only × cannot be filled', () => {
  expect([0, 1, 2, 3].map(hasInside)).toEqual([true, false, true, true]);
});

/** Light and dark of a property of the page's theme. */
function pairOf(property: string): [Rgb, Rgb] {
  const [, light, dark] = new RegExp(`${property}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(themeSheet) ?? [];
  return [rgbOf(light ?? ''), rgbOf(dark ?? '')];
}

describe('in the dark theme', () => {
  const dark = { isDark: true, plane: pairOf('--card')[1] };

  test.each([0, 1, 2, 3])('class %i stands out from the plane and from its own region', (classIndex) => {
    const [, colour] = pairOf(`--c${classIndex + 1}`);
    expect(contrast(colour, dark.plane)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour, classTint(dark, colour, 1))).toBeGreaterThanOrEqual(3);
  });
});

test('an undecided region is all but paper, a certain one clearly tinted', () => {
  const light = { isDark: false, plane: pairOf('--card')[0] };
  const [blue] = pairOf('--c1');
  expect(contrast(classTint(light, blue, 0), light.plane)).toBeLessThan(1.05);
  expect(contrast(classTint(light, blue, 1), light.plane)).toBeGreaterThan(1.4);
});
