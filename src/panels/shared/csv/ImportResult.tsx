/** What an import will do: which label becomes which class, how many points there will be, which rows are left out. */
import { ClassMark } from '../../../drawings/ClassMark';
import type { PlaneRange } from '../../../engine/data/dataset';
import type { CsvColumn } from '../../../persistence/csvColumns';
import type { CsvChoice } from '../../../persistence/csvGuess';
import type { CsvLabel, CsvPoints } from '../../../persistence/csvPoints';
import { useStore } from '../../../store/store';
import { exactText } from '../../controls/numberText';
import { useWords } from '../../controls/useWords';
import { badRowSentence, count, shortened } from './csvWords';
import styles from './ImportDialog.module.css';

export function Labels({ labels }: { labels: readonly CsvLabel[] }) {
  const { t } = useWords();
  return (
    <ul className={styles.labels} aria-label={t('table.csv.labels')}>
      {labels.map((label) => (
        <li key={label.text}>
          <span className="visually-hidden">
            {t('table.csv.becomes', { label: shortened(label.text), n: label.class + 1 })}
          </span>
          <span aria-hidden className={styles.becomes}>
            {shortened(label.text)} → <ClassMark classIndex={label.class} /> {label.class + 1}
          </span>
          <small>{count(label.points)}</small>
        </li>
      ))}
    </ul>
  );
}

interface OutcomeProps {
  points: CsvPoints;
  plane: PlaneRange;
  choice: CsvChoice;
  isNewPlane: boolean;
}

export function Outcome({ points, plane, choice, isNewPlane }: OutcomeProps) {
  const { t } = useWords();
  const before = useStore(({ experiment: { data } }) =>
    data.source.kind === 'preset' ? data.source.points : data.source.y.length,
  );
  const [left, right] = plane.x;
  const [bottom, top] = plane.y;
  const range = {
    left: exactText(left),
    right: exactText(right),
    bottom: exactText(bottom),
    top: exactText(top),
  };
  const names = choice.x2 === null ? { x: 'x', y: 'y' } : { x: 'x₁', y: 'x₂' };
  return (
    <p>
      {t('table.csv.result', { n: count(points.y.length), before: count(before) })}{' '}
      {isNewPlane && t('table.csv.plane', { ...names, ...range })}
    </p>
  );
}

interface BadRowsProps {
  points: CsvPoints;
  columns: readonly CsvColumn[];
  choice: CsvChoice;
}

export function BadRows({ points, columns, choice }: BadRowsProps) {
  const { t } = useWords();
  if (points.badCount === 0) return null;
  const others = points.badCount - points.bad.length;
  return (
    <details className={styles.bad}>
      <summary>{t('table.csv.badRows', { n: count(points.badCount) })}</summary>
      <ul>
        {points.bad.map((bad) => (
          <li key={bad.line}>{badRowSentence(t, bad, columns, choice)}</li>
        ))}
        {others > 0 && <li>{t('table.csv.more', { n: count(others) })}</li>}
      </ul>
    </details>
  );
}
