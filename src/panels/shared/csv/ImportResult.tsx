/** What an import will do: how many points there will be, what the plane will show, which rows are left out. */
import type { PlaneRange } from '../../../engine/data/dataset';
import { pointCount } from '../../../engine/experiment';
import type { CsvColumn } from '../../../io/csv/columns';
import type { CsvPoints } from '../../../io/csv/points';
import { useStore } from '../../../store/store';
import { exactText } from '../../controls/numberText';
import { useWords } from '../../controls/useWords';
import { formatCount } from '../formats';
import { badRowSentence } from './csvWords';
import styles from './ImportDialog.module.css';

interface OutcomeProps {
  points: CsvPoints;
  plane: PlaneRange;
  inputs: 1 | 2;
  isNewPlane: boolean;
}

export function Outcome({ points, plane, inputs, isNewPlane }: OutcomeProps) {
  const { t } = useWords();
  const before = useStore(({ experiment }) => pointCount(experiment.data));
  const [left, right] = plane.x;
  const [bottom, top] = plane.y;
  const range = {
    left: exactText(left),
    right: exactText(right),
    bottom: exactText(bottom),
    top: exactText(top),
  };
  const names = inputs === 1 ? { x: 'x', y: 'y' } : { x: 'x₁', y: 'x₂' };
  const tests = points.isTest?.filter((flag) => flag === 1).length ?? null;
  const scaled = (['x1', 'x2', 'y'] as const).filter((role) => points.scales[role] !== 1);
  return (
    <p>
      {t('table.csv.result', { n: formatCount(points.y.length), before: formatCount(before) })}{' '}
      {tests !== null &&
        t('table.csv.split', { test: formatCount(tests), train: formatCount(points.y.length - tests) })}{' '}
      {isNewPlane && t('table.csv.plane', { ...names, ...range })}{' '}
      {scaled.map((role) =>
        t('table.csv.scaled', {
          name: points.names[role] || `${role} ÷ ${formatCount(points.scales[role])}`,
        }),
      )}
    </p>
  );
}

/** Rows that are named before the list is unfolded. */
const openRows = 6;

interface BadRowsProps {
  points: CsvPoints;
  columns: readonly CsvColumn[];
}

export function BadRows({ points, columns }: BadRowsProps) {
  const { t } = useWords();
  if (points.badCount === 0) return null;
  const others = points.badCount - points.bad.length;
  return (
    <details className={styles.bad} open={points.badCount <= openRows}>
      <summary>{t('table.csv.badRows', { n: formatCount(points.badCount) })}</summary>
      <ul>
        {points.bad.map((bad) => (
          <li key={bad.line}>{badRowSentence(t, bad, columns)}</li>
        ))}
        {others > 0 && <li>{t('table.csv.more', { n: formatCount(others) })}</li>}
      </ul>
    </details>
  );
}
