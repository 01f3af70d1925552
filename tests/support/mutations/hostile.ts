/** For tests only: texts and values that somebody may bring, made from honest ones by seeded changes. The same seed, the same change. */
import type { Random } from '../../../src/engine/random';

export function oneOf<T>(random: Random, items: readonly T[]): T {
  return items[random.integer(items.length)] as T;
}

const numbers = [0, -1, 1.5, 1e9, 1.1e9, 1e39, -1e39, 1e-300, 5e-324, 1e308, 2 ** 31, 2 ** 53] as const;
const texts = [
  '',
  '__proto__',
  'constructor',
  '\u0000',
  '\uD800',
  'NaN',
  '1e39',
  '{{field}}',
  '<b>',
  '数据',
] as const;

/** Sizes of what is repeated: mostly small, so that thousands can be tried, now and then as large as it can be brought. */
function manyTimes(random: Random): number {
  return random.integer(20) === 0 ? 200_000 : 1 + random.integer(300);
}

/** A value that has no business where it comes to stand. */
function hostileValue(random: Random): unknown {
  switch (random.integer(8)) {
    case 0:
      return oneOf(random, numbers);
    case 1:
      return oneOf(random, texts);
    case 2:
      return oneOf(random, [null, true, [], {}, [[]], [{}]]);
    case 3:
      return new Array<unknown>(manyTimes(random)).fill(oneOf<unknown>(random, [0, {}, null, 'x', -1, 1e39]));
    case 4:
      return nested(1 + random.integer(2000), random.integer(2) === 0);
    case 5:
      return oneOf(random, texts).padEnd(manyTimes(random), 'x');
    case 6:
      return Object.fromEntries(Array.from({ length: manyTimes(random) }, (_, i) => [`a${i}`, i]));
    default:
      return Array.from({ length: 1 + random.integer(300) }, () => oneOf(random, numbers));
  }
}

function nested(depth: number, inLists: boolean): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = inLists ? [value] : { a: value };
  return value;
}

/** A copy of a JSON value with some of its parts replaced, taken out, added or exchanged. */
export function withMutations(random: Random, value: object): object {
  const copy = structuredClone(value);
  for (let times = 1 + random.integer(3); times > 0; times--) mutateWithin(random, copy);
  return copy;
}

function mutateWithin(random: Random, root: object): void {
  let place = root as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(place);
    const key = keys.length > 0 ? oneOf(random, keys) : 'a';
    const within = place[key];
    const goesOn = typeof within === 'object' && within !== null && random.integer(5) > 0;
    if (goesOn) {
      place = within as Record<string, unknown>;
      continue;
    }
    const change = random.integer(6);
    if (change === 0) Reflect.deleteProperty(place, key);
    else if (change === 1) put(place, oneOf(random, texts), hostileValue(random));
    else if (change === 2) put(place, key, place[keys.length > 0 ? oneOf(random, keys) : key]);
    else put(place, key, hostileValue(random));
    return;
  }
}

/** As a field of its own, whatever it is called: so JSON.parse and the database give one called `__proto__`. */
function put(place: object, key: string, value: unknown): void {
  Object.defineProperty(place, key, { value, configurable: true, enumerable: true, writable: true });
}

const pieces = [
  '"',
  '[',
  '{',
  '}',
  ']',
  ',',
  '\n',
  '\r',
  ';',
  '\t',
  ' ',
  '-',
  '1e39',
  '1e-300',
  'NaN',
  '%25',
  '\\u',
  '""',
];

/** A text with some of its characters exchanged, taken out, repeated or put in. */
export function withSlips(random: Random, text: string): string {
  let changed = text;
  for (let times = 1 + random.integer(4); times > 0; times--) changed = slip(random, changed);
  return changed;
}

function slip(random: Random, text: string): string {
  const at = random.integer(text.length + 1);
  const end = Math.min(text.length, at + random.integer(40));
  const [before, span, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  switch (random.integer(6)) {
    case 0:
      return before + after;
    case 1:
      return before + oneOf(random, pieces) + after;
    case 2:
      return before + oneOf(random, pieces).repeat(manyTimes(random)) + after;
    case 3:
      return before + span.repeat(Math.min(manyTimes(random), 20_000)) + after;
    case 4:
      return before;
    default:
      return before + String.fromCharCode(random.integer(0x3000)) + text.slice(at + 1);
  }
}
