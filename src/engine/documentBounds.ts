/**
 * How large and how deep a document may be, looked at before anything in it is read. A text of 12 MB whose lists are nested six million
 * deep, or hold four million entries, takes JSON.parse and the schema half a minute and gigabytes; to count them takes milliseconds.
 * The bounds leave room for any experiment; what a field may hold, and in which range, is the schema's matter.
 */
import { brief, briefText, type Problem } from './problem';

const documentBounds = {
  /** Lists and objects within each other: those of an experiment are five levels deep. */
  depth: 12,
  /** Lists and objects altogether. */
  parts: 500,
  /** Fields of one object. */
  fields: 100,
  /** Entries of all lists together: 100,000 points in four columns and 600,000 numbers of weights. */
  entries: 1_000_000,
  /** Characters of one text or number. */
  characters: 10_000,
} as const;

/** One list or object that is open at the present place. */
interface Level {
  readonly isList: boolean;
  fields: number;
  /** Path of what is read now, as far as it is known. */
  key: string;
}

type Trouble = 'depth' | 'parts' | 'fields' | 'entries' | 'characters';

/** Counts what a document holds; each method answers the bound that has been passed, or null. */
class Tally {
  private parts = 0;
  private entries = 0;
  readonly levels: Level[] = [];

  open(isList: boolean): Trouble | null {
    this.levels.push({ isList, fields: 1, key: '' });
    if (this.levels.length > documentBounds.depth) return 'depth';
    return ++this.parts > documentBounds.parts ? 'parts' : null;
  }

  /** One more entry of the innermost list, or field of the innermost object. */
  next(): Trouble | null {
    const level = this.levels.at(-1);
    if (!level) return null;
    if (level.isList) return ++this.entries > documentBounds.entries ? 'entries' : null;
    level.key = '';
    return ++level.fields > documentBounds.fields ? 'fields' : null;
  }

  problem(trouble: Trouble): Problem {
    const path = this.levels.map(({ key }) => key).filter((key) => key !== '');
    const field = briefText(path.join('.'));
    const most = documentBounds[trouble];
    const code = trouble === 'depth' ? 'tooDeep' : trouble === 'characters' ? 'tooLong' : 'tooMany';
    return { code, field, value: `> ${most}`, allowed: `≤ ${most}` };
  }
}

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openObject, closeObject] = [0x5b, 0x5d, 0x7b, 0x7d];

/** JSON that is counted before it is parsed, so that neither what is read from it nor the reading itself can grow beyond bounds. */
export function parseBounded(text: string): { readonly value: unknown } | { readonly problem: Problem } {
  const problem = textBoundProblem(text);
  if (problem) return { problem };
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return { problem: { code: 'notJson', field: '', value: brief(text) } };
  }
}

/** The first bound that the text of a JSON document passes; null where it passes none. Whether it is JSON at all is not looked at. */
function textBoundProblem(text: string): Problem | null {
  const tally = new Tally();
  /** Where the last text began and ended: what stands before a colon is the name of a field. */
  let [began, ended] = [0, 0];
  /** The end of the last token; what lies between two of them is a number, a word or white space. */
  let last = 0;
  for (let at = 0; at < text.length; at++) {
    let trouble: Trouble | null = null;
    switch (text.charCodeAt(at)) {
      case quote:
        [began, ended] = [at + 1, closingQuote(text, at)];
        if (ended - began > documentBounds.characters) trouble = 'characters';
        at = ended;
        break;
      case colon:
        setKey(tally, text.slice(began, ended));
        break;
      case comma:
        trouble = tally.next();
        break;
      case openList:
        trouble = tally.open(true);
        break;
      case openObject:
        trouble = tally.open(false);
        break;
      case closeList:
      case closeObject:
        tally.levels.pop();
        break;
      default:
        if (at - last > documentBounds.characters) trouble = 'characters';
        if (!trouble) continue;
    }
    if (trouble) return tally.problem(trouble);
    last = at;
  }
  return null;
}

function setKey({ levels }: Tally, key: string): void {
  const level = levels.at(-1);
  if (level) level.key = briefText(key);
}

/** The place of the quote that ends the text which the quote at `open` begins; the end of everything where none does. */
function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at++;
    // Whatever is this long is refused, wherever it ends.
    if (at - open > 2 * documentBounds.characters) return at;
  }
  return text.length;
}

/** The same of a document that is no text any more: what a browser has kept may be anything, and may hold itself. */
export function boundProblem(document: object): Problem | null {
  const tally = new Tally();
  return problemWithin(document, tally);
}

function problemWithin(value: unknown, tally: Tally): Problem | null {
  if (typeof value === 'string') {
    return value.length > documentBounds.characters ? tally.problem('characters') : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const trouble = tally.open(Array.isArray(value));
  if (trouble) return tally.problem(trouble);
  const problem = Array.isArray(value) ? problemInList(value, tally) : problemInObject(value, tally);
  tally.levels.pop();
  return problem;
}

function problemInList(list: readonly unknown[], tally: Tally): Problem | null {
  for (let i = 0; i < list.length; i++) {
    const trouble = i > 0 ? tally.next() : null;
    const problem = trouble ? tally.problem(trouble) : problemWithin(list[i], tally);
    if (problem) return problem;
  }
  return null;
}

function problemInObject(object: object, tally: Tally): Problem | null {
  const keys = Object.keys(object);
  if (keys.length > documentBounds.fields) return tally.problem('fields');
  for (const key of keys) {
    setKey(tally, key);
    const problem = problemWithin((object as Record<string, unknown>)[key], tally);
    if (problem) return problem;
  }
  return null;
}
