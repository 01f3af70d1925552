/**
 * Numbers as they are shown and typed in the fields of the panels; the one reader of them all. Reads what people type: 1e-4, .5, −3,
 * 50 % where shares are typed, full-width digits, and a comma or an ideographic full stop as decimal mark. Commas are never taken for
 * groups of thousands: 10,000 is ten to some and ten thousand to others. Never clamps, never rounds, never guesses.
 */
export type NumberFormat = 'plain' | 'percent';

export interface NumberRule {
  readonly range: readonly [number, number];
  readonly integer?: boolean | undefined;
  readonly format?: NumberFormat | undefined;
  /** Shows as many decimals as this has, where they suffice. */
  readonly step?: number | undefined;
}

export type Typed =
  | { readonly value: number }
  | { readonly problem: 'empty' | 'notANumber' | 'notWhole' | 'outOfRange'; readonly text: string };

/** The value in full, for editing. */
export function exactText(value: number, format: NumberFormat = 'plain'): string {
  return String(format === 'percent' ? Number((value * 100).toPrecision(12)) : value);
}

/** The value for reading: short, with the decimals of its step. */
export function shownText(value: number, { format, integer, step }: NumberRule): string {
  if (format === 'percent') return `${shortText(value * 100)} %`;
  if (integer) return String(value);
  const decimals = step === undefined ? 0 : decimalsOf(step);
  const onGrid = decimals > 0 && Number(value.toFixed(decimals)) === value;
  return onGrid ? value.toFixed(decimals) : shortText(value);
}

/** What was typed, as a value that keeps the rule or as the problem with it. */
export function readTyped(text: string, { range: [low, high], integer, format }: NumberRule): Typed {
  const plain = plainText(text);
  const quoted = shortened(text.trim());
  if (plain === '') return { problem: 'empty', text: '' };
  const number = parsePlain(format === 'percent' ? plain.replace(/ ?%$/, '') : plain);
  if (number === null) return { problem: 'notANumber', text: quoted };
  const value = format === 'percent' ? Number((number / 100).toPrecision(12)) : number;
  // A whole number has no decimal mark: 10,000 would be read as 10 where ten thousand was meant.
  if (integer && (plain.includes(',') || !Number.isInteger(number))) {
    return { problem: Number.isFinite(number) ? 'notWhole' : 'outOfRange', text: quoted };
  }
  if (value < low || value > high || isLost(plain, number)) return { problem: 'outOfRange', text: quoted };
  return { value };
}

/** The number that a text is, or null; ±Infinity for what is beyond all numbers. */
export function parseNumber(text: string): number | null {
  return parsePlain(plainText(text));
}

/** In the characters of a program; full-width forms by their place, because NFKC would make 52 of 5². */
function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
    .replace(/[\u2010-\u2015\u2212\uFE63]/g, '-')
    .replace(/。/g, '.')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^([+-]) /, '$1');
}

function parsePlain(plain: string): number | null {
  // Spaces that part thousands are not mistaken for anything else.
  const closed = plain.replace(/^([+-]?\d{1,3})((?: \d{3})+)(?!\d)/, (_, first: string, rest: string) =>
    first.concat(rest.replaceAll(' ', '')),
  );
  const dotted = closed.replace(/^([^.,]*),([^.,]*)$/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(dotted) ? Number(dotted) : null;
}

/** Whether a number other than 0 is too small to be told from it. */
function isLost(plain: string, number: number): boolean {
  return number === 0 && /[1-9]/.test(plain.replace(/e.*$/i, ''));
}

function shortText(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  const tiny = value !== 0 && Math.abs(value) < 1e-3 && text.length > 6;
  return tiny ? Number(value.toPrecision(3)).toExponential() : text;
}

function decimalsOf(step: number): number {
  const [, fraction = '', exponent = '0'] = /^\d*\.?(\d*)(?:e([+-]?\d+))?$/.exec(String(step)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
