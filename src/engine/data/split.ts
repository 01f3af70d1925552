/**
 * Which points train and which test. Each index draws its own key from the seed, and the points with the smallest keys
 * are the test set: a point added at the end, or a slightly larger share, moves only the points it must.
 */
import { createRandom } from '../random';

export interface Split {
  /** Ascending indices of the training points. */
  readonly train: Uint32Array;
  /** Ascending indices of the test points. */
  readonly test: Uint32Array;
  /** One entry a point: 1 in the test set, 0 in training. */
  readonly isTest: Uint8Array;
}

/**
 * Splits `count` points: round(testShare · count) test, the rest train; at least one point trains unless there is none.
 * `testShare` is 0–0.9. Throws RangeError with the bad share or count.
 */
export function splitPoints(count: number, testShare: number, seed: number): Split {
  if (!(testShare >= 0 && testShare <= 0.9)) {
    throw new RangeError(`the test share must lie between 0 and 0.9, not ${testShare}`);
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`the number of points must be a whole number from 0 on, not ${count}`);
  }
  const testCount = Math.max(0, Math.min(Math.round(testShare * count), count - 1));
  const keys = keysOf(count, seed);
  const first = keyOfRank(keys, testCount);
  const isTest = new Uint8Array(count);
  for (let i = 0; i < count; i++) isTest[i] = isBefore(keys[i] as number, i, first) ? 1 : 0;
  return givenSplit(isTest);
}

/** The split that the points themselves say: 1 for a test point. [point] */
export function givenSplit(flags: ArrayLike<number>): Split {
  const isTest = new Uint8Array(flags);
  let testCount = 0;
  for (let i = 0; i < isTest.length; i++) testCount += isTest[i] as number;
  const train = new Uint32Array(isTest.length - testCount);
  const test = new Uint32Array(testCount);
  let [trained, tested] = [0, 0];
  for (let i = 0; i < isTest.length; i++) {
    if (isTest[i] === 1) test[tested++] = i;
    else train[trained++] = i;
  }
  return { train, test, isTest };
}

/** A key with the index that drew it: of equal keys the one with the smaller index comes first. */
interface DrawnKey {
  readonly key: number;
  readonly index: number;
}

function isBefore(key: number, index: number, other: DrawnKey): boolean {
  return key < other.key || (key === other.key && index < other.index);
}

const SLOT_BITS = 12;

/** The key that so many others come before. Keys are spread evenly, so that no slot of their first bits holds many. */
function keyOfRank(keys: Uint32Array, rank: number): DrawnKey {
  if (keys.length === 0) return { key: 0, index: 0 };
  const shift = 32 - SLOT_BITS;
  const slots = new Uint32Array(2 ** SLOT_BITS);
  for (let i = 0; i < keys.length; i++) slots[(keys[i] as number) >>> shift]! += 1;
  let [slot, before] = [0, 0];
  while (before + (slots[slot] as number) <= rank) before += slots[slot++] as number;
  const candidates: DrawnKey[] = [];
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index] as number;
    if (key >>> shift === slot) candidates.push({ key, index });
  }
  candidates.sort((a, b) => a.key - b.key || a.index - b.index);
  return candidates[rank - before] as DrawnKey;
}

let latest: { readonly seed: number; readonly keys: Uint32Array } = {
  seed: Number.NaN,
  keys: new Uint32Array(0),
};

/**
 * A key for each index: a 32-bit hash of seed and index (splitmix32). A key does not depend on the number of points, so that the keys of the
 * last seed also serve for what an eraser leaves of many points.
 */
function keysOf(count: number, seed: number): Uint32Array {
  if (!Object.is(latest.seed, seed) || latest.keys.length < count)
    latest = { seed, keys: drawKeys(count, seed) };
  return latest.keys.subarray(0, count);
}

function drawKeys(count: number, seed: number): Uint32Array {
  const start = createRandom(seed).integer(2 ** 32);
  const keys = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = (start + Math.imul(i, 0x9e3779b9)) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    keys[i] = hash ^ (hash >>> 15);
  }
  return keys;
}
