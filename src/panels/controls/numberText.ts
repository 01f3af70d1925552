/**
 * Numbers as they are shown and typed in the fields of the panels. Reads what people type: 1e-4, .5, 50 %, 10,000,
 * a comma or an ideographic full stop as decimal mark, full-width digits. Never clamps and never rounds.
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
  | { readonly problem: 'notANumber' | 'notWhole' | 'outOfRange'; readonly text: string };

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
  const number = parseNumber(text);
  const quoted = shortened(text.trim());
  if (number === null) return { problem: 'notANumber', text: quoted };
  const value = format === 'percent' ? Number((number / 100).toPrecision(12)) : number;
  if (value < low || value > high) return { problem: 'outOfRange', text: quoted };
  if (integer && !Number.isInteger(value)) return { problem: 'notWhole', text: quoted };
  return { value };
}

export function parseNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s_%]/g, '')
    .replace(/[−–]/g, '-')
    .replace('。', '.');
  const grouped = /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain);
  const dotted = grouped ? plain.replaceAll(',', '') : plain.replace(/^([^,.]*),([^,.]*)$/, '$1.$2');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(dotted) ? Number(dotted) : null;
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
