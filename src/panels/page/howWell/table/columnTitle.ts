/** What stands over a column: its name in the file that the points come from, or its symbol, which is the same in every language. */
import type { TFunction } from 'i18next';
import type { Names } from '../../../shared/dataNames';
import type { ColumnId } from './columns';

interface TitleFacts {
  readonly classifies: boolean;
  readonly columns: readonly ColumnId[];
  readonly names: Names;
}

export function columnTitle(
  t: TFunction,
  column: ColumnId,
  { classifies, columns, names }: TitleFacts,
): string {
  switch (column) {
    case 'number':
      return '#';
    case 'x1':
      return names?.x1 || (columns.includes('x2') ? 'x₁' : 'x');
    case 'x2':
      return names?.x2 || 'x₂';
    case 'y':
      return names?.y || (classifies ? t('table.class') : 'y');
    case 'split':
    case 'prediction':
    case 'loss':
    case 'follow':
      return t(`table.${column}`);
  }
}
