/** What is wrong with a table, or with a row of it, as one sentence that names the place and the value. */
import type { TFunction } from 'i18next';
import { limits } from '../../../engine/experiment';
import type { CsvColumn } from '../../../io/csv/columns';
import { type BadRow, type CsvPoints, furthest } from '../../../io/csv/points';
import { type CsvFileTrouble, mostCsvBytes } from '../../../io/csv/read';
import { type CsvChoice, columnsOf } from '../../../io/csv/roles';
import { mostRowChars } from '../../../io/csv/table';
import { formatCount } from '../formats';

/** More of a name or a value than this is cut off. */
const mostLetters = 24;

export function shortened(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > mostLetters ? `${line.slice(0, mostLetters)}…` : line;
}

/** What a column is called: by its header, or by its place. */
export function columnLabel(t: TFunction, columns: readonly CsvColumn[], index: number): string {
  const name = columns[index]?.name ?? '';
  return name === '' ? t('table.csv.column', { n: index + 1 }) : shortened(name);
}

/** The same within a sentence. */
function columnName(t: TFunction, columns: readonly CsvColumn[], index: number): string {
  const label = columnLabel(t, columns, index);
  return columns[index]?.name ? `“${label}”` : label;
}

/** Why a file or a paste is no table. */
export function troubleSentence(t: TFunction, trouble: CsvFileTrouble, name: string, bytes = 0): string {
  return t(`table.csv.troubles.${trouble.kind}`, {
    name,
    line: 'line' in trouble ? trouble.line : 0,
    size: (bytes / 1e6).toFixed(1),
    most: mostOf(trouble.kind),
  });
}

function mostOf(kind: CsvFileTrouble['kind']): string {
  if (kind === 'tooLarge') return String(mostCsvBytes / 1e6);
  return formatCount(kind === 'longRow' || kind === 'longQuote' ? mostRowChars : limits.points);
}

/** Why the points of a table cannot be taken; null when they can. */
export function pointsTrouble(
  t: TFunction,
  points: CsvPoints,
  columns: readonly CsvColumn[],
  choice: CsvChoice,
  name: string,
): string | null {
  const most = formatCount(limits.points);
  switch (points.trouble) {
    case null:
      return null;
    case 'noPoints':
      return points.badCount === 0
        ? t('table.csv.troubles.onlyHeader', { name })
        : t('table.csv.troubles.noPoints');
    case 'tooManyPoints':
      return t('table.csv.troubles.tooManyPoints', { most });
    case 'tooManyClasses': {
      const [column = 0] = [...columnsOf(choice, 'y'), ...columnsOf(choice, 'oneHot')];
      return t('table.csv.troubles.tooManyClasses', {
        column: columnName(t, columns, column),
        n: formatCount(points.labels.length),
        most: limits.planeClasses[1],
      });
    }
    case 'noInput':
    case 'noAnswer':
    case 'oneInput':
    case 'noTraining':
      return t(`table.csv.troubles.${points.trouble}`);
  }
}

/** A row that is left out: its line, and what is the matter. */
export function badRowSentence(t: TFunction, bad: BadRow, columns: readonly CsvColumn[]): string {
  const isSaid = bad.reason === 'missing' && bad.value !== '';
  const reason = t(`table.csv.reasons.${isSaid ? 'saidMissing' : bad.reason}`, {
    column: columnName(t, columns, bad.column),
    value: shortened(bad.value),
    most: bad.reason === 'noClass' ? limits.planeClasses[1] : formatCount(furthest),
  });
  return t('table.csv.line', { line: bad.line, reason });
}
