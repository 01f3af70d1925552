/** Numbers as spreadsheets and programs write them. */

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const infinite = /^[+-]?(inf|infinity|∞)$/i;

/**
 * The number a cell holds; NaN when it holds none, ±Infinity when it says so or is beyond all floating-point numbers. With
 * `decimalComma` a comma is a decimal mark, as it is where commas do not separate cells.
 */
export function readNumber(cell: string, decimalComma: boolean): number {
  const trimmed = cell.trim();
  if (plain.test(trimmed)) return Number(trimmed);
  // Full-width digits, and minus signs that are not hyphens.
  const folded = trimmed.normalize('NFKC').replace(/^[−–]/, '-');
  const dotted = decimalComma ? folded.replace(/^([^,.]*),([^,.]*)$/, '$1.$2') : folded;
  if (plain.test(dotted)) return Number(dotted);
  if (!infinite.test(folded)) return Number.NaN;
  return folded.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}
