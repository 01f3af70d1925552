/** Which class comes first: numbers by size, words by the alphabet, and of two the one that says yes second, as y = 1. Pure. */

const yes =
  /^(是|有|对|真|好|阳性|y|yes|t|true|positive|pos|\+|present|good|pass(ed)?|oui|ja|sí|si|sim|да)$/i;
const no =
  /^(否|无|非|不是|没有|错|假|坏|阴性|n|no|f|false|negative|neg|-|absent|none|bad|fail(ed)?|non|nein|não|нет)$/i;

/** Latin letters first, Chinese by its sounds, `plot 2` before `plot 10`. */
const alphabet = new Intl.Collator('zh', { numeric: true });

/** The labels in the order of their classes. */
export function orderLabels(labels: readonly string[], numeric: boolean): string[] {
  if (numeric) return labels.toSorted((a, b) => Number(a) - Number(b));
  const sorted = labels.toSorted(alphabet.compare);
  const [first = '', second = ''] = sorted;
  const isTurned =
    sorted.length === 2 && (says(yes, first) || says(no, second)) && !says(yes, second) && !says(no, first);
  return isTurned ? [second, first] : sorted;
}

function says(pattern: RegExp, label: string): boolean {
  return pattern.test(label.trim());
}
