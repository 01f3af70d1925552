/**
 * The confusion matrices of training and test points: rows are true classes, columns predicted ones, margins how well each class is
 * recognised. A cell is a button that selects its points.
 */
import { useEffect } from 'react';
import { ClassMark } from '../../../drawings/ClassMark';
import { classColour } from '../../../drawings/classMarks';
import type { Snapshot } from '../../../engine/training/snapshot';
import { runSnapshot } from '../../../store/derived';
import { useStore } from '../../../store/store';
import { useSnapshot } from '../../../store/useSnapshot';
import { useHint } from '../../controls/useHint';
import { useWords } from '../../controls/useWords';
import { className, useClassWords, useNames } from '../../shared/dataNames';
import styles from './Confusion.module.css';
import { type Cell, followCell, isSelected, pressCell } from './confusionCells';
import { precision, recall } from './confusionRates';

export function Confusion() {
  const { t } = useWords();
  const snapshot = useSnapshot(runSnapshot);
  const classifies = useStore(({ experiment }) => experiment.data.task === 'classification');
  // A pressed cell keeps its points while they come and go.
  useEffect(() => followCell(snapshot), [snapshot]);
  if (!classifies) return <p className={styles.quiet}>{t('confusion.regression')}</p>;
  return (
    <div className={styles.pair}>
      <Matrix part="train" snapshot={snapshot} />
      <Matrix part="test" snapshot={snapshot} />
    </div>
  );
}

interface MatrixProps {
  part: Cell['part'];
  snapshot: Snapshot | null;
}

function Matrix({ part, snapshot }: MatrixProps) {
  const { t } = useWords();
  const confusion = snapshot?.[part]?.confusion;
  if (!confusion) {
    return (
      <p className={styles.quiet}>{part === 'train' ? t('confusion.empty') : t('confusion.emptyTest')}</p>
    );
  }
  const classes = Array.from({ length: Math.sqrt(confusion.length) }, (_, i) => i);
  return (
    <div>
      <p className={styles.title}>{t(`confusion.${part}`)}</p>
      <p className={styles.quiet}>{t('confusion.axes')}</p>
      <table className={styles.matrix} aria-label={t(`confusion.${part}`)}>
        <thead>
          <tr>
            <td />
            {classes.map((predicted) => (
              <th key={predicted} scope="col">
                <ClassHead index={predicted} as="predicted" />
              </th>
            ))}
            <RateHead rate="recall" scope="col" />
          </tr>
        </thead>
        <tbody>
          {classes.map((truth) => (
            <tr key={truth}>
              <th scope="row">
                <ClassHead index={truth} as="truth" />
              </th>
              {classes.map((predicted) => (
                <CellButton
                  key={predicted}
                  cell={{ part, truth, predicted }}
                  row={confusion.subarray(truth * classes.length, (truth + 1) * classes.length)}
                  snapshot={snapshot}
                />
              ))}
              <Rate value={recall(confusion, truth)} />
            </tr>
          ))}
          <tr>
            <RateHead rate="precision" scope="row" />
            {classes.map((predicted) => (
              <Rate key={predicted} value={precision(confusion, predicted)} />
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** Mark and name of a class, and in words what its row or column counts. */
function ClassHead({ index, as }: { index: number; as: 'truth' | 'predicted' }) {
  const { t } = useWords();
  const classWords = useClassWords();
  const name = className(useNames(), index);
  return (
    <>
      <ClassMark classIndex={index} sizePx={13} />
      {name !== null && (
        <span aria-hidden className={styles.name} title={name}>
          {name}
        </span>
      )}
      <span className="visually-hidden">{t(`confusion.${as}`, { class: classWords(index) })}</span>
    </>
  );
}

function RateHead({ rate, scope }: { rate: 'precision' | 'recall'; scope: 'row' | 'col' }) {
  const { t } = useWords();
  const hint = useHint(t(`confusion.hints.${rate}`));
  return (
    <th
      scope={scope}
      className={styles.rate}
      {...(hint.describedBy && { 'aria-describedby': hint.describedBy })}
    >
      <span {...hint.triggerProps}>
        {t(`confusion.${rate}`)}
        {hint.hintNode}
      </span>
    </th>
  );
}

function Rate({ value }: { value: number | null }) {
  const { t } = useWords();
  return (
    <td className={styles.rate}>
      {value === null ? (
        <>
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{t('confusion.undefined')}</span>
        </>
      ) : (
        `${(100 * value).toFixed(0)} %`
      )}
    </td>
  );
}

interface CellButtonProps {
  cell: Cell;
  /** Counts of the row. [predicted class] */
  row: Uint32Array;
  snapshot: Snapshot;
}

/** Tinted by the share of its row, in the colour of the class that was predicted. */
function CellButton({ cell, row, snapshot }: CellButtonProps) {
  const { t } = useWords();
  const classWords = useClassWords();
  const selection = useStore((state) => state.view.selection);
  const hint = useHint(t('confusion.hints.cell'));
  const { truth, predicted } = cell;
  const count = row[predicted] ?? 0;
  const total = row.reduce((sum, value) => sum + value, 0);
  const share = total > 0 ? (45 * count) / total : 0;
  const background = `color-mix(in srgb, ${classColour(predicted)} ${share.toFixed(0)}%, transparent)`;
  const wrong = truth !== predicted && count > 0;
  return (
    <td>
      <span {...hint.triggerProps}>
        <button
          type="button"
          className={wrong ? `${styles.cell} ${styles.wrong}` : styles.cell}
          style={{ background }}
          aria-pressed={isSelected(cell, selection)}
          aria-label={t('confusion.cell', {
            truth: classWords(truth),
            predicted: classWords(predicted),
            n: count,
          })}
          onClick={() => {
            if (!hint.wasAsked()) pressCell(cell, snapshot);
          }}
        >
          {count}
        </button>
        {hint.hintNode}
      </span>
    </td>
  );
}
