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

const MOST_POINTS = 2 ** 21;

/**
 * Splits `count` points: round(testShare · count) test, the rest train; at least one point trains unless there is none.
 * `testShare` is 0–0.9. Throws RangeError with the bad share or count.
 */
export function splitPoints(count: number, testShare: number, seed: number): Split {
  if (!(testShare >= 0 && testShare <= 0.9)) {
    throw new RangeError(`the test share must lie between 0 and 0.9, not ${testShare}`);
  }
  if (!Number.isInteger(count) || count < 0 || count > MOST_POINTS) {
    throw new RangeError(
      `the number of points must be a whole number from 0 to ${MOST_POINTS}, not ${count}`,
    );
  }
  const testCount = Math.max(0, Math.min(Math.round(testShare * count), count - 1));
  const keys = drawKeys(count, seed);
  const firstTrainKey = keyOfRank(keys, testCount);
  const isTest = new Uint8Array(count);
  for (let i = 0; i < count; i++) isTest[i] = (keys[i] as number) < firstTrainKey ? 1 : 0;
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

/** The key that so many others are smaller than; 0 where there are none. Keys are spread evenly, so that no slot holds many. */
function keyOfRank(keys: Float64Array, rank: number): number {
  if (keys.length === 0) return 0;
  const slots = new Uint32Array(SLOTS);
  for (let i = 0; i < keys.length; i++) slots[slotOf(keys[i] as number)]! += 1;
  let [slot, before] = [0, 0];
  while (before + (slots[slot] as number) <= rank) before += slots[slot++] as number;
  return keys.filter((key) => slotOf(key) === slot).sort()[rank - before] as number;
}

const SLOTS = 2 ** 12;
const KEYS_A_SLOT = (2 ** 32 / SLOTS) * MOST_POINTS;

function slotOf(key: number): number {
  return Math.floor(key / KEYS_A_SLOT);
}

/** A key for each index, no two alike: a 32-bit hash of seed and index (splitmix32), then the index to break ties. */
function drawKeys(count: number, seed: number): Float64Array {
  const start = createRandom(seed).integer(2 ** 32);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let hash = (start + Math.imul(i, 0x9e3779b9)) | 0;
    hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
    hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
    keys[i] = ((hash ^ (hash >>> 15)) >>> 0) * MOST_POINTS + i;
  }
  return keys;
}
