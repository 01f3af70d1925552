/** What stands over a column. Symbols are the same in every language. */
import type { TFunction } from 'i18next';
import type { ColumnId } from './columns';

export function columnTitle(
  t: TFunction,
  column: ColumnId,
  { classifies, columns }: { readonly classifies: boolean; readonly columns: readonly ColumnId[] },
): string {
  switch (column) {
    case 'number':
      return '#';
    case 'x1':
      return columns.includes('x2') ? 'x₁' : 'x';
    case 'x2':
      return 'x₂';
    case 'y':
      return classifies ? t('table.class') : 'y';
    case 'split':
    case 'prediction':
    case 'loss':
    case 'follow':
      return t(`table.${column}`);
  }
}
