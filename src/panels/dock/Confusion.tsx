/** The confusion matrices of training and test points: rows are true classes, columns predicted ones. */
import { ClassMark } from '../../drawings/ClassMark';
import { classColour } from '../../drawings/classMarks';
import { useFollow } from '../../drawings/useFollow';
import type { Metrics } from '../../engine/training/snapshot';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import styles from './Confusion.module.css';

const followMs = 200;

export function Confusion() {
  const { t } = useWords();
  const snapshot = useFollow(runSnapshot, followMs);
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  if (!classifies) return <p className={styles.quiet}>{t('confusion.regression')}</p>;
  return (
    <div className={styles.pair}>
      <Matrix title={t('confusion.train')} metrics={snapshot?.train ?? null} empty={t('confusion.empty')} />
      <Matrix title={t('confusion.test')} metrics={snapshot?.test ?? null} empty={t('confusion.emptyTest')} />
    </div>
  );
}

function Matrix({ title, metrics, empty }: { title: string; metrics: Metrics | null; empty: string }) {
  const { t } = useWords();
  const confusion = metrics?.confusion;
  if (!confusion) return <p className={styles.quiet}>{empty}</p>;
  const classes = Math.sqrt(confusion.length);
  const indices = Array.from({ length: classes }, (_, i) => i);
  return (
    <table className={styles.matrix}>
      <caption>
        {title} <span className={styles.quiet}>{t('confusion.axes')}</span>
      </caption>
      <thead>
        <tr>
          <td />
          {indices.map((predicted) => (
            <th key={predicted} scope="col">
              <ClassMark classIndex={predicted} sizePx={13} />
              <span className="visually-hidden">{t('confusion.predicted', { class: predicted + 1 })}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indices.map((truth) => (
          <tr key={truth}>
            <th scope="row">
              <ClassMark classIndex={truth} sizePx={13} />
              <span className="visually-hidden">{t('confusion.truth', { class: truth + 1 })}</span>
            </th>
            {indices.map((predicted) => (
              <Cell
                key={predicted}
                row={confusion.subarray(truth * classes, (truth + 1) * classes)}
                {...{ truth, predicted }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Tinted by the share of its row, in the colour of the class that was predicted. */
function Cell({ row, truth, predicted }: { row: Uint32Array; truth: number; predicted: number }) {
  const count = row[predicted] ?? 0;
  const total = row.reduce((sum, value) => sum + value, 0);
  const share = total > 0 ? (45 * count) / total : 0;
  const background = `color-mix(in srgb, ${classColour(predicted)} ${share.toFixed(0)}%, transparent)`;
  const wrong = truth !== predicted && count > 0;
  return (
    <td className={wrong ? styles.wrong : undefined} style={{ background }}>
      {count}
    </td>
  );
}
