/** What the model answers under the pointer or the cursor, computed from the latest weights in float64 and followed while training. */

import type { PlaneScale } from '../../drawings/boundary/planeScale';
import { ClassMark } from '../../drawings/ClassMark';
import { classColour } from '../../drawings/classMarks';
import { useFollow } from '../../drawings/useFollow';
import type { Experiment } from '../../engine/experiment';
import { forward } from '../../engine/model/forward';
import { currentSnapshot, network, prepared } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import type { Spot } from './nearest';
import styles from './Readout.module.css';

interface ReadoutProps {
  spot: Spot;
  scale: PlaneScale;
  widthPx: number;
  heightPx: number;
}

const followMs = 50;

export function Readout({ spot, scale, widthPx, heightPx }: ReadoutProps) {
  const { t } = useWords();
  const snapshot = useFollow(currentSnapshot, followMs);
  const experiment = useStore((state) => state.experiment);
  const [x, y] = [scale.fromX(spot.xPx), scale.fromY(spot.yPx)];
  if (!snapshot) return null;
  const { logits, outputs } = answerAt(experiment, snapshot.parameters, x, y);
  const { inputs, task } = experiment.data;
  const where = {
    ...(spot.xPx < widthPx / 2 ? { right: 10 } : { left: 10 }),
    ...(spot.yPx < heightPx / 2 ? { bottom: 10 } : { top: 10 }),
  };
  const place = inputs === 1 ? `x = ${x.toFixed(2)}` : `x = (${x.toFixed(2)}, ${y.toFixed(2)})`;
  return (
    <div className={styles.readout} style={where} data-readout>
      <div className={styles.head}>
        <span>{place}</span>
        <span>z</span>
        <span>a</span>
      </div>
      {task === 'regression' ? (
        <Row label={t('plane.prediction')} logit={logits[0] ?? 0} output={outputs[0] ?? 0} />
      ) : (
        classRows(logits, outputs).map((row) => <ClassRow key={row.index} {...row} />)
      )}
    </div>
  );
}

function answerAt(experiment: Experiment, parameters: Float32Array, x: number, y: number) {
  const { inputMap } = prepared(experiment.data);
  const values = forward(
    network(experiment),
    parameters,
    inputMap.fill([x], [experiment.data.inputs === 1 ? 0 : y]),
  );
  return values[values.length - 1] as (typeof values)[number];
}

interface ClassValues {
  readonly index: number;
  /** null for the class a single unit does not compute. */
  readonly logit: number | null;
  readonly output: number;
}

/** One row a class; a single unit speaks for class 2, and what is left for class 1. */
function classRows(logits: Float64Array, outputs: Float64Array): ClassValues[] {
  if (outputs.length > 1) {
    return Array.from(outputs, (output, index) => ({ index, logit: logits[index] ?? 0, output }));
  }
  const [output = 0] = outputs;
  return [
    { index: 0, logit: null, output: 1 - output },
    { index: 1, logit: logits[0] ?? 0, output },
  ];
}

function ClassRow({ index, logit, output }: ClassValues) {
  const share = Math.min(Math.max(output, 0), 1);
  return (
    <div className={styles.row}>
      <ClassMark classIndex={index} sizePx={12} />
      <span className={styles.number}>{logit === null ? '' : short(logit)}</span>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${100 * share}%`, background: classColour(index) }} />
      </span>
      <span className={styles.number} data-output>
        {short(output)}
      </span>
    </div>
  );
}

function Row({ label, logit, output }: { label: string; logit: number; output: number }) {
  return (
    <div className={styles.plain}>
      <span>{label}</span>
      <span className={styles.number}>{short(logit)}</span>
      <span className={styles.number} data-output>
        {short(output)}
      </span>
    </div>
  );
}

function short(value: number): string {
  return Math.abs(value) >= 1000 ? value.toExponential(1) : value.toFixed(2);
}
