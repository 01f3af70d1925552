/** The rows of one step: the mark of the output, its number, its bar. In the first step the mark is the button that chooses the output. */
import type { KeyboardEvent } from 'react';
import styles from './OnePoint.module.css';
import type { OnePointWords } from './onePointWords';
import type { ValueRow, ValueStep } from './outputSteps';
import type { OutputChoice } from './useOutputChoice';
import { Bar, OutputName } from './ValueCells';

interface StepRowsProps {
  readonly step: ValueStep;
  readonly name: string;
  /** Classes of the data. */
  readonly classes: number;
  readonly choice: OutputChoice;
  /** The rows choose which output is written out. */
  readonly hasButtons?: boolean;
  readonly words: OnePointWords;
}

export function StepRows({ step, name, classes, choice, hasButtons = false, words }: StepRowsProps) {
  const isChoice = hasButtons && step.rows.length > 1;
  return (
    <table className={styles.rows} aria-label={name}>
      <tbody>
        {step.rows.map((row) => (
          <tr
            key={row.classIndex ?? 'f'}
            data-truth={row.isTruth || undefined}
            data-active={row.unit === choice.unit || undefined}
            onPointerEnter={() => choice.point(row.unit)}
          >
            <th scope="row">
              {isChoice ? (
                <RowButton row={row} classes={classes} choice={choice} words={words} sizePx={16} />
              ) : (
                <RowName row={row} classes={classes} words={words} />
              )}
            </th>
            <td className={styles.value} data-value>
              {row.text}
            </td>
            <td className={styles.bar}>
              <Bar row={row} isSigned={step.isSigned} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RowNameProps {
  readonly row: ValueRow;
  readonly classes: number;
  readonly words: OnePointWords;
}

function RowName({ row, classes, words }: RowNameProps) {
  return (
    <>
      <OutputName classIndex={row.classIndex} classes={classes} sizePx={16} />
      <span className="visually-hidden">{outputWords(row, words)}</span>
    </>
  );
}

export function outputWords({ classIndex, isTruth }: ValueRow, words: OnePointWords): string {
  if (classIndex === null) return words.oneOutput;
  const name = words.classOf(classIndex);
  return isTruth ? `${name} ${words.truth}` : name;
}

interface RowButtonProps extends RowNameProps {
  readonly choice: OutputChoice;
  readonly sizePx: number;
}

/** One tab stop for all rows; arrows go from one to the next. */
export function RowButton({ row, classes, choice, words, sizePx }: RowButtonProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const own = event.currentTarget.closest('tr');
    const neighbours = { ArrowDown: own?.nextElementSibling, ArrowUp: own?.previousElementSibling };
    const next = neighbours[event.key as keyof typeof neighbours]?.querySelector('button');
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <button
      type="button"
      className={styles.choose}
      aria-pressed={row.unit === choice.chosen}
      aria-label={words.writeOut(outputWords(row, words))}
      tabIndex={row.unit === choice.unit ? 0 : -1}
      onClick={() => choice.choose(row.unit)}
      onKeyDown={onKeyDown}
    >
      <OutputName classIndex={row.classIndex} classes={classes} sizePx={sizePx} />
    </button>
  );
}
