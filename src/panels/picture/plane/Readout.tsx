/**
 * What the model answers where the probe is, computed from the latest weights in float64 and followed while training: the quick view
 * of what the page shows step by step. Of a point it tells the loss as well. What is pinned stays there, so it is told in two lines.
 */
import type { CSSProperties } from 'react';
import type { PlaneScale } from '../../../drawings/boundary/planeScale';
import { ClassMark } from '../../../drawings/ClassMark';
import { classColour } from '../../../drawings/classMarks';
import { figure } from '../../../drawings/figure';
import { type Chain, chainOf, type OutputRow } from '../../../drawings/onePoint/chain';
import { lossFormula } from '../../../drawings/onePoint/lossFormula';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { locate } from '../../../store/probing';
import type { Probe } from '../../../store/runState';
import { useStore } from '../../../store/store';
import { useSnapshot } from '../../../store/useSnapshot';
import { useWords } from '../../controls/useWords';
import { className, useNames } from '../../shared/dataNames';
import { placeText } from './placeText';
import styles from './Readout.module.css';

interface ReadoutProps {
  probe: Probe;
  scale: PlaneScale;
  widthPx: number;
  /** Whether it follows the pointer or the cursor; else it is of what is pinned. */
  isAiming: boolean;
}

export function Readout({ probe, scale, widthPx, isAiming }: ReadoutProps) {
  const { t } = useWords();
  const snapshot = useSnapshot(currentSnapshot);
  const experiment = useStore((state) => state.experiment);
  const isTold = useStore((state) => state.view.page === 'one-point');
  const { data, loss } = experiment;
  const place = locate(data, probe);
  if (!snapshot || !place) return null;
  const chain = chainOf(
    {
      plan: network(experiment),
      parameters: snapshot.parameters,
      inputMap: prepared(data).inputMap,
      task: data.task,
      loss,
    },
    place,
  );
  const { x1, x2, height } = place;
  const middle = (data.plane.y[0] + data.plane.y[1]) / 2;
  const where = {
    ...(scale.toX(x1) < widthPx / 2 ? { right: 10 } : { left: 10 }),
    ...(height > middle ? { bottom: 10 } : { top: 10 }),
  };
  const coordinate = (value: number) => placeText(value, data.plane);
  const at = data.inputs === 1 ? coordinate(x1) : `(${coordinate(x1)}, ${coordinate(x2)})`;
  if (!isAiming) return <Pinned at={at} chain={chain} where={where} isTold={isTold} />;
  return (
    <div className={styles.readout} style={where} data-readout>
      <div className={styles.head}>
        <span>x = {at}</span>
        <span>z</span>
        <span>a</span>
      </div>
      {chain.rows.map((row) =>
        row.classIndex === null ? (
          <ValueRow key="value" row={row} label={t('plane.prediction')} />
        ) : (
          <ClassRow key={row.classIndex} row={row} classIndex={row.classIndex} />
        ),
      )}
      {chain.loss !== null && (
        <p className={styles.loss}>
          {lossFormula(chain)} = <span data-loss>{short(chain.loss)}</span>
        </p>
      )}
    </div>
  );
}

interface PinnedProps {
  at: string;
  chain: Chain;
  where: CSSProperties;
  /** Whether the page tells it step by step. */
  isTold: boolean;
}

function Pinned({ at, chain, where, isTold }: PinnedProps) {
  return (
    <div
      className={`${styles.readout} ${styles.pinned}`}
      style={where}
      data-readout
      data-elsewhere={isTold || undefined}
    >
      <span>x = {at}</span>
      <Answer chain={chain} />
    </div>
  );
}

/** Of a pinned place: the class that wins and how surely, or the value; the loss of a point. */
function Answer({ chain }: { chain: Chain }) {
  const names = useNames();
  const best = chain.rows.reduce((most, row) => (row.output > most.output ? row : most));
  return (
    <span className={styles.answer}>
      {best.classIndex !== null && (
        <>
          <ClassMark classIndex={best.classIndex} sizePx={12} />
          {className(names, best.classIndex)}
        </>
      )}
      <span data-output>{short(best.output)}</span>
      {chain.loss !== null && (
        <span>
          L = <span data-loss>{short(chain.loss)}</span>
        </span>
      )}
    </span>
  );
}

function ClassRow({ row, classIndex }: { row: OutputRow; classIndex: number }) {
  const { logit, output } = row;
  const names = useNames();
  const share = Number.isFinite(output) ? Math.min(Math.max(output, 0), 1) : 0;
  return (
    <div className={styles.row}>
      <ClassMark classIndex={classIndex} sizePx={12} />
      <span className={styles.name}>{className(names, classIndex)}</span>
      <span className={styles.number} data-logit>
        {logit === null ? '' : short(logit)}
      </span>
      <span className={styles.track}>
        <span
          className={styles.bar}
          style={{ width: `${100 * share}%`, background: classColour(classIndex) }}
        />
      </span>
      <span className={styles.number} data-output>
        {short(output)}
      </span>
    </div>
  );
}

function ValueRow({ row, label }: { row: OutputRow; label: string }) {
  return (
    <div className={styles.plain}>
      <span>{label}</span>
      <span className={styles.number}>{row.logit === null ? '' : short(row.logit)}</span>
      <span className={styles.number} data-output>
        {short(row.output)}
      </span>
    </div>
  );
}

/** Two decimals, even where they are 0.00: it is only a quick view. */
function short(value: number): string {
  if (!(Math.abs(value) < 1000)) return figure(value);
  return value.toFixed(2).replace('-', '−');
}
