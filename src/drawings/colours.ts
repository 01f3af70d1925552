/**
 * Colours as numbers, so that pictures can mix them by the pixel. Knows no theme and no names.
 * Packed colours are the 32-bit little-endian words of an `ImageData` (every browser's machines are little-endian).
 */

/** Red, green, blue, each 0–255. */
export type Rgb = readonly [number, number, number];

/** Colours from low to high, packed. The middle entry is exactly the middle stop. [PALETTE_SIZE] */
export type Palette = Uint32Array;

/** Odd, so that zero has a colour of its own. */
export const PALETTE_SIZE = 255;

/** From `a` (share 0) to `b` (share 1), straight in sRGB. */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

export function cssColour([red, green, blue]: Rgb, alpha = 1): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)} / ${alpha})`;
}

export function packColour([red, green, blue]: Rgb): number {
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}

/** A packed colour for CSS and canvases. */
export function cssOfPacked(colour: number): string {
  return cssColour([colour & 255, (colour >> 8) & 255, (colour >> 16) & 255]);
}

/** `#rrggbb` as numbers. */
export function rgbOf(hex: string): Rgb {
  const word = Number.parseInt(hex.slice(1), 16);
  return [(word >> 16) & 255, (word >> 8) & 255, word & 255];
}

/** Evenly spaced stops, low to high; two or more. */
export function createPalette(stops: readonly Rgb[]): Palette {
  const palette = new Uint32Array(PALETTE_SIZE);
  for (let i = 0; i < PALETTE_SIZE; i++) {
    const place = (i / (PALETTE_SIZE - 1)) * (stops.length - 1);
    const stop = Math.min(Math.floor(place), stops.length - 2);
    palette[i] = packColour(mix(stops[stop]!, stops[stop + 1]!, place - stop));
  }
  return palette;
}

/** Relative luminance, 0–1 (WCAG 2.2). */
function luminance(colour: Rgb): number {
  const linear = (channel: number) =>
    channel <= 10.31475 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}

/** Contrast ratio, 1–21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((left, right) => left - right) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Whether text on this colour should be light. */
export function isDark(colour: Rgb): boolean {
  return luminance(colour) < 0.18;
}
