/** A number with its bar, and the mark of its output: what rows on the page and cells on the projector are made of. */
import { ClassMark } from '../ClassMark';
import { COLOUR_COUNT, classColour } from '../classMarks';
import styles from './OnePoint.module.css';
import type { ValueRow } from './outputSteps';

export function Bar({ row, isSigned }: { readonly row: ValueRow; readonly isSigned: boolean }) {
  const { start, length } = row.bar;
  const background = row.classIndex === null ? undefined : classColour(row.classIndex);
  return (
    <span className={styles.track} data-signed={isSigned || undefined} aria-hidden="true">
      <span style={{ left: `${100 * start}%`, width: `${100 * length}%`, background }} />
    </span>
  );
}

interface OutputNameProps {
  readonly classIndex: number | null;
  /** Where there are more classes than marks, their numbers tell them apart. */
  readonly classes: number;
  readonly sizePx: number;
}

/** Decorative: words beside it name the class. */
export function OutputName({ classIndex, classes, sizePx }: OutputNameProps) {
  if (classIndex === null) {
    return (
      <span className={styles.maths} aria-hidden="true">
        <i>f</i>
      </span>
    );
  }
  return (
    <span className={styles.mark} aria-hidden="true">
      <ClassMark classIndex={classIndex} sizePx={sizePx} />
      {classes > COLOUR_COUNT && classIndex + 1}
    </span>
  );
}
