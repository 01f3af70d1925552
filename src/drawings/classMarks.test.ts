import { describe, expect, test } from 'vitest';
import { classTint } from './boundary/classTint';
import { CLASS_COUNT, classColours, classSymbols, hasInside, type MarkPath, traceMark } from './classMarks';
import { contrast, rgbOf } from './colours';

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
  expect(record(CLASS_COUNT + 2, 4)).toEqual(record(2, 4));
});

test('every mark stays within a quarter more than its radius of its point', () => {
  for (let classIndex = 0; classIndex < CLASS_COUNT; classIndex++) {
    const { xs, ys } = record(classIndex, 8);
    for (const x of xs) expect(Math.abs(x - 100)).toBeLessThanOrEqual(10);
    for (const y of ys) expect(Math.abs(y - 50)).toBeLessThanOrEqual(10);
  }
});

test('only × cannot be filled', () => {
  expect([0, 1, 2, 3].map(hasInside)).toEqual([true, false, true, true]);
});

describe('in the dark theme', () => {
  const dark = { isDark: true, plane: rgbOf('#1e1f22') };

  test.each(classColours)('$variable stands out from the plane and from its own region', ({ dark: hex }) => {
    const colour = rgbOf(hex);
    expect(contrast(colour, dark.plane)).toBeGreaterThanOrEqual(3);
    expect(contrast(colour, classTint(dark, colour, 1))).toBeGreaterThanOrEqual(3);
  });
});

test('an undecided region is all but paper, a certain one clearly tinted', () => {
  const light = { isDark: false, plane: rgbOf('#ffffff') };
  const blue = rgbOf('#0072B2');
  expect(contrast(classTint(light, blue, 0), light.plane)).toBeLessThan(1.05);
  expect(contrast(classTint(light, blue, 1), light.plane)).toBeGreaterThan(1.4);
});
