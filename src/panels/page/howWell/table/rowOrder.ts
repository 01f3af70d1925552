/**
 * In which order the rows of the table stand: sorted by a column, and kept while points are changed, added and removed. An order is
 * the index of the point in each row. [row]
 */
import type { Points } from '../../../../engine/data/dataset';

export function documentOrder(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, i) => i);
}

/** The row of each point. [point] */
export function rowsOf(order: Uint32Array): Uint32Array {
  const rows = new Uint32Array(order.length);
  for (const [row, index] of order.entries()) rows[index] = row;
  return rows;
}

/** A word of 32 bits is three digits. */
const digitBits = 11;
const digits = 1 << digitBits;
const wordDigits = 3;

/**
 * Sorts points by their keys, those of equal keys in the order of the document, those without one (NaN) at the end. A radix sort
 * of the bits: a hundred thousand keys take a few milliseconds. `keys` is [point].
 */
export function sortOrder(keys: Float64Array, descending: boolean): Uint32Array {
  const words = sortableBits(keys, descending);
  let order = documentOrder(keys.length);
  for (let digit = 0; digit < 2 * wordDigits; digit++) {
    const word = digit < wordDigits ? 0 : 1;
    order = sortedByDigit(order, words, word, (digit % wordDigits) * digitBits);
  }
  return order;
}

/** The order sorted by one digit of its keys, stably. */
function sortedByDigit(order: Uint32Array, words: Uint32Array, word: number, shift: number): Uint32Array {
  const count = order.length;
  const found = new Uint16Array(count);
  const starts = new Uint32Array(digits + 1);
  for (let row = 0; row < count; row++) {
    const digit = ((words[2 * (order[row] as number) + word] as number) >>> shift) & (digits - 1);
    found[row] = digit;
    starts[digit + 1] = (starts[digit + 1] as number) + 1;
  }
  // All alike, as the low bits of whole numbers are.
  if (starts.includes(count, 1)) return order;
  for (let digit = 1; digit <= digits; digit++) {
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  }
  const sorted = new Uint32Array(count);
  for (let row = 0; row < count; row++) {
    const digit = found[row] as number;
    const place = starts[digit] as number;
    sorted[place] = order[row] as number;
    starts[digit] = place + 1;
  }
  return sorted;
}

/** Two words a key, the low one first, that compare as unsigned numbers the way the keys are to be sorted. */
function sortableBits(keys: Float64Array, descending: boolean): Uint32Array {
  const numbers = new Float64Array(keys);
  const words = new Uint32Array(numbers.buffer);
  const last = 0xffffffff;
  const reversed = descending ? last : 0;
  for (let i = 0; i < keys.length; i++) {
    // Adding 0 makes −0 a 0.
    numbers[i] = (numbers[i] as number) + 0;
    const isMissing = Number.isNaN(keys[i]);
    const high = words[2 * i + 1] as number;
    // Negative numbers grow as their bits shrink, and lie below the others.
    const isNegative = high >>> 31 === 1;
    words[2 * i] = isMissing ? last : (words[2 * i] as number) ^ (isNegative ? last : 0) ^ reversed;
    words[2 * i + 1] = isMissing ? last : high ^ (isNegative ? last : 0x80000000) ^ reversed;
  }
  return words;
}

/**
 * The order after a change of the points: rows stay where they are, those of removed points go, those of added ones come last. null
 * when the points are others altogether.
 */
export function carryOrder(before: Points, order: Uint32Array, after: Points): Uint32Array | null {
  const [was, is] = [before.y.length, after.y.length];
  if (was === is) return was === 0 || before.y.some((_, i) => isSame(before, i, after, i)) ? order : null;
  const places = was < is ? placesIn(before, after) : placesIn(after, before);
  if (!places) return null;
  return was < is ? withAdded(order, places, is) : withoutRemoved(order, places);
}

/** Where the points of the smaller set are in the larger one, in which they have the same order; null when they are not. */
function placesIn(smaller: Points, larger: Points): Uint32Array | null {
  const places = new Uint32Array(smaller.y.length);
  let place = 0;
  for (let i = 0; i < places.length; i++) {
    while (place < larger.y.length && !isSame(smaller, i, larger, place)) place++;
    if (place === larger.y.length) return null;
    places[i] = place++;
  }
  return places;
}

function isSame(a: Points, i: number, b: Points, j: number): boolean {
  return a.x1[i] === b.x1[j] && a.x2[i] === b.x2[j] && a.y[i] === b.y[j];
}

function withAdded(order: Uint32Array, places: Uint32Array, count: number): Uint32Array {
  const isOld = new Uint8Array(count);
  for (const place of places) isOld[place] = 1;
  const next = new Uint32Array(count);
  let row = 0;
  for (const index of order) next[row++] = places[index] as number;
  for (let index = 0; index < count; index++) if (isOld[index] === 0) next[row++] = index;
  return next;
}

function withoutRemoved(order: Uint32Array, places: Uint32Array): Uint32Array {
  const now = new Int32Array(order.length).fill(-1);
  for (const [index, place] of places.entries()) now[place] = index;
  const next = new Uint32Array(places.length);
  let row = 0;
  for (const index of order) if ((now[index] as number) >= 0) next[row++] = now[index] as number;
  return next;
}
