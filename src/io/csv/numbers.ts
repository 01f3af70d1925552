/** Numbers as spreadsheets and programs write them: with a decimal point or comma, groups of thousands, a currency or a percent sign. */

export const decimalMarks = ['.', ','] as const;
export type DecimalMark = (typeof decimalMarks)[number];

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const infinite = /^[+-]?(inf|infinity|∞)$/i;
/** 1,234 and 12,34,567.8: groups of three, or of two as in India. */
const groupedByComma = /^[+-]?[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d*)?$/;
const groupedByPoint = /^[+-]?[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/;
/** Spaces of all widths and apostrophes. */
const groupedBySpace = /^[+-]?[1-9]\d{0,2}([ '’]\d{3})+([.,]\d*)?$/;
const withComma = /^[+-]?(\d+|\d{1,3}([. '’]\d{3})+),\d+(e[+-]?\d+)?$/i;

/**
 * The number a cell holds; NaN when it holds none, ±Infinity when it says so or is beyond all floating-point numbers. `mark` is what
 * stands before decimals; the other one stands between thousands.
 */
export function readNumber(cell: string, mark: DecimalMark): number {
  const trimmed = cell.trim();
  if (plain.test(trimmed) && !(mark === ',' && groupedByPoint.test(trimmed))) return Number(trimmed);
  const folded = foldedText(trimmed);
  const dotted = withPoint(folded, mark);
  if (plain.test(dotted)) return Number(dotted);
  if (!infinite.test(folded)) return Number.NaN;
  return folded.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Full-width digits, minus signs that are not hyphens, spaces of all widths; without currency or percent sign. */
function foldedText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^[−–]/, '-')
    .replace(/\s/g, ' ')
    .replace(/^([+-]?)[$€£¥] ?/, '$1')
    .replace(/ ?[%€¥元]$/, '');
}

function withPoint(text: string, mark: DecimalMark): string {
  const spaceless = groupedBySpace.test(text) ? text.replace(/[ '’]/g, '') : text;
  if (mark === '.') return groupedByComma.test(spaceless) ? spaceless.replaceAll(',', '') : spaceless;
  if (groupedByPoint.test(spaceless)) return spaceless.replaceAll('.', '').replace(',', '.');
  return spaceless.replace(/^([^,.]*),([^,.]*)$/, '$1.$2');
}

/**
 * The decimal mark of a table, from cells of it. 1,234 may be either; such cells alone are read by the separator: commas between
 * cells go with decimal points.
 */
export function decimalMarkOf(cells: Iterable<string>, separator: string): DecimalMark {
  let [commas, points, either] = [0, 0, 0];
  for (const cell of cells) {
    const text = foldedText(cell.trim());
    if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)) either++;
    else if (withComma.test(text) || /^[+-]?\d{1,3}(\.\d{3}){2,}$/.test(text)) commas++;
    else if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text)) continue;
    else if (text.includes('.') && (plain.test(text) || groupedByComma.test(text))) points++;
    else if (/^[+-]?[1-9]\d{0,2}(,\d{2,3}){2,}$/.test(text)) points++;
  }
  // Columns of both kinds: read with commas, a point that cannot group thousands is still one.
  if (commas + points > 0) return commas >= points ? ',' : '.';
  return either > 0 && separator !== ',' ? ',' : '.';
}

const missing = /^(|n\/?a|#n\/a|nan|null|\?|-|--|\.|…|#(div\/0!|value!|ref!|num!)|缺失|缺)$/i;

/** Whether a cell says that there is nothing: NA of R, NaN of pandas, a question mark. */
export function isMissing(cell: string): boolean {
  return missing.test(cell.trim());
}
