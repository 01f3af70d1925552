/** What is wrong with a document: a code that `i18n/` has a sentence for, with the place and the value, shortened. */
export interface Problem {
  readonly code:
    | 'notJson'
    | 'wrongType'
    | 'unknownValue'
    | 'outOfRange'
    | 'wrongLength'
    | 'conflict'
    | 'futureVersion'
    /** Lists and objects lie within each other more levels deep than is read. */
    | 'tooDeep'
    /** More entries, fields or lists than any experiment has. */
    | 'tooMany'
    /** A single text or number has more characters than are read. */
    | 'tooLong'
    /** A link or code holds, unpacked, more than is read. */
    | 'tooLarge';
  /** Path of the field, e.g. `training.learningRate`; empty for the whole document. */
  readonly field: string;
  /** The offending value, shortened for a sentence. */
  readonly value: string;
  /** What is allowed, if that can be said shortly: a number, a range or a few names. */
  readonly allowed?: string;
}

/** Most characters of a value in a sentence. */
const mostCharacters = 40;

export function briefText(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
}

/** A value as a few characters of JSON. */
export function brief(value: unknown): string {
  // Numbers as they are: JSON has no NaN and no Infinity.
  return briefText(typeof value === 'object' && value !== null ? briefJson(value) : String(value));
}

function briefJson(value: object): string {
  try {
    return JSON.stringify(beginning(value, 0));
  } catch {
    // What a browser has kept may hold what JSON does not.
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}

/** As much of a value as its first characters are made of: each level, entry and field takes at least one of them. */
function beginning(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, mostCharacters);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > mostCharacters) return null;
  if (Array.isArray(value)) return value.slice(0, mostCharacters).map((entry) => beginning(entry, depth + 1));
  const fields = Object.entries(value).slice(0, mostCharacters);
  return Object.fromEntries(
    fields.map(([key, field]) => [key.slice(0, mostCharacters), beginning(field, depth + 1)]),
  );
}
