/**
 * Pictures of canvases, small and with few colours, and whether two of them show the same. Blocks of pixels are compared, because edges
 * and letters differ from machine to machine; the share of ink is, too, because it tells an empty picture of faint lines from a full one.
 */
import { PNG } from 'pngjs';

/** The longer side of a picture, in pixels. */
export const longestPx = 112;

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** [row][column][red, green, blue, alpha], 0 to 255. */
  readonly data: Uint8Array;
}

/** Pixels a side. */
const blockPx = 8;
/** Largest difference of the mean of a block, of 255. */
const blockTolerance = 8;
/** A pixel is ink when a channel is so far from the paper's. */
const inkStep = 12;
/** Shares of ink may differ by this factor. */
const inkTolerance = 1.5;

export function encodePicture(picture: Picture): Buffer {
  const { width, height, data } = withFewColours(picture);
  const png = new PNG({ width, height });
  png.data = Buffer.from(data);
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: true, deflateLevel: 9 });
}

/** Five bits a channel, which makes a file half as large. */
function withFewColours({ width, height, data }: Picture): Picture {
  const step = 255 / 31;
  return { width, height, data: data.map((value) => Math.round(Math.round(value / step) * step)) };
}

export function decodePicture(file: Uint8Array): Picture {
  return PNG.sync.read(Buffer.from(file));
}

/** What differs, in a few words; null when both show the same. */
export function pictureDifference(drawn: Picture, golden: Picture): string | null {
  const now = withFewColours(drawn);
  if (Math.abs(now.width - golden.width) > 1 || Math.abs(now.height - golden.height) > 1) {
    return `is ${now.width} × ${now.height} pixels instead of ${golden.width} × ${golden.height}`;
  }
  const [ink, wanted] = [inkShare(now), inkShare(golden)];
  if (Math.max(ink, wanted) > inkTolerance * Math.min(ink, wanted)) {
    return `has ink on ${percent(ink)} of its pixels instead of ${percent(wanted)}`;
  }
  const { difference, x, y } = worstBlock(now, golden);
  return difference > blockTolerance ? `differs by ${difference.toFixed(1)} of 255 around ${x}, ${y}` : null;
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

/** The share of pixels that differ from the paper, which is the most frequent colour. */
export function inkShare(picture: Picture): number {
  const paper = paperColour(picture);
  const pixels = picture.width * picture.height;
  let ink = 0;
  for (let pixel = 0; pixel < pixels; pixel++) if (isInk(picture, pixel, paper)) ink++;
  return ink / pixels;
}

export function isInk({ data }: Picture, pixel: number, paper: readonly number[]): boolean {
  for (let channel = 0; channel < 3; channel++) {
    if (Math.abs(data[4 * pixel + channel]! - paper[channel]!) > inkStep) return true;
  }
  return false;
}

/** [red, green, blue] */
export function paperColour({ data }: Picture): readonly number[] {
  const counts = new Map<number, number>();
  let [paper, most] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const colour = colourNumber(data, i);
    const count = (counts.get(colour) ?? 0) + 1;
    counts.set(colour, count);
    if (count > most) [paper, most] = [colour, count];
  }
  return [paper >> 16, (paper >> 8) & 255, paper & 255];
}

const colourNumber = (data: Uint8Array, at: number) =>
  (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;

function worstBlock(now: Picture, golden: Picture) {
  const [width, height] = [Math.min(now.width, golden.width), Math.min(now.height, golden.height)];
  let worst = { difference: 0, x: 0, y: 0 };
  for (let y = 0; y < height; y += blockPx / 2) {
    for (let x = 0; x < width; x += blockPx / 2) {
      const [right, bottom] = [Math.min(x + blockPx, width), Math.min(y + blockPx, height)];
      const ours = blockMean(now, x, y, right, bottom);
      const theirs = blockMean(golden, x, y, right, bottom);
      const difference = Math.max(...ours.map((value, channel) => Math.abs(value - theirs[channel]!)));
      if (difference > worst.difference) worst = { difference, x, y };
    }
  }
  return worst;
}

/** Mean red, green and blue of the pixels from left to right and top to bottom, the ends excluded. */
function blockMean({ width, data }: Picture, left: number, top: number, right: number, bottom: number) {
  const sums = [0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      for (let channel = 0; channel < 3; channel++) sums[channel]! += data[4 * (y * width + x) + channel]!;
    }
  }
  return sums.map((sum) => sum / ((right - left) * (bottom - top)));
}

export function colourCount({ data }: Picture): number {
  const colours = new Set<number>();
  for (let i = 0; i < data.length; i += 4) colours.add(colourNumber(data, i));
  return colours.size;
}
