import { expect, test } from 'vitest';
import { contrast, createPalette, cssColour, isDark, mix, PALETTE_SIZE, packColour, rgbOf } from './colours';

test('packs a colour as the little-endian word of an opaque pixel', () => {
  const bytes = new Uint8ClampedArray(new Uint32Array([packColour([1, 2, 3])]).buffer);
  expect([...bytes]).toEqual([1, 2, 3, 255]);
});

test('a palette of three stops has them at its ends and exactly in the middle', () => {
  const stops = [rgbOf('#b5651d'), rgbOf('#ffffff'), rgbOf('#2f4b8f')] as const;
  const palette = createPalette(stops);
  expect(palette).toHaveLength(PALETTE_SIZE);
  expect(palette[0]).toBe(packColour(stops[0]));
  expect(palette[(PALETTE_SIZE - 1) / 2]).toBe(packColour(stops[1]));
  expect(palette[PALETTE_SIZE - 1]).toBe(packColour(stops[2]));
});

test('mixes by share and writes CSS', () => {
  expect(cssColour(mix([0, 100, 200], [100, 200, 0], 0.25), 0.5)).toBe('rgb(25 125 150 / 0.5)');
});

test('contrast of black and white is 21, of a colour with itself 1, in any order', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
  expect(contrast([9, 99, 199], [9, 99, 199])).toBe(1);
});

test('tells the two papers apart', () => {
  expect(isDark(rgbOf('#161719'))).toBe(true);
  expect(isDark(rgbOf('#fbfaf7'))).toBe(false);
});
