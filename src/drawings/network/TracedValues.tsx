/** What a point that is looked at is on its way through the network: the value of each input below it, of each output beside it. */
import type { ReadableStore } from '../../engine/readableStore';
import { useThrottled } from '../useThrottled';
import { valueBox } from './boxes';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';
import styles from './TracedValues.module.css';
import { weightText } from './valueLabels';

export interface Trace {
  /** What the first layer receives. [input] */
  readonly inputs: ArrayLike<number>;
  /** Activations. [output] */
  readonly outputs: ArrayLike<number>;
}

interface TracedValuesProps {
  readonly layout: NetworkLayout;
  readonly trace: ReadableStore<Trace | null>;
  /** Whether class marks stand between outputs and their values. */
  readonly hasMarks: boolean;
}

export function TracedValues({ layout, trace, hasMarks }: TracedValuesProps) {
  const known = useThrottled(trace);
  const inputs = layout.columns[0];
  const outputs = layout.columns.at(-1);
  if (!known || !inputs || !outputs) return null;
  return (
    <div className={styles.values} aria-hidden="true">
      <Values column={inputs} values={known.inputs} {...{ layout, hasMarks }} />
      <Values column={outputs} values={known.outputs} {...{ layout, hasMarks }} />
    </div>
  );
}

interface ValuesProps extends Omit<TracedValuesProps, 'trace'> {
  readonly column: ColumnPlace;
  readonly values: ArrayLike<number>;
}

/** None of a network that has just been replaced. */
function Values({ layout, column, values, hasMarks }: ValuesProps) {
  if (values.length !== column.unitCount) return null;
  return column.units.map((place) => {
    const box = valueBox(layout, column, place, hasMarks);
    if (!box) return null;
    const { leftPx: left, topPx: top, widthPx: width, heightPx: height } = box;
    return (
      <span
        key={place.unit}
        className={styles.value}
        style={{ left, top, width, height }}
        data-side={column.valueSide}
        data-traced={`${column.layer},${place.unit}`}
      >
        {weightText(values[place.unit]!)}
      </span>
    );
  });
}
