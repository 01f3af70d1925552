/** The steps side by side, for a projector: a row for each output, a column for z, e^z and a, each number over its bar. */
import type { ReactNode } from 'react';
import { OutputHeading } from './ActivationStep';
import type { Chain } from './chain';
import styles from './OnePoint.module.css';
import type { OnePointWords } from './onePointWords';
import type { OutputSteps, ValueRow, ValueStep } from './outputSteps';
import { outputWords, RowButton } from './StepRows';
import type { OutputChoice } from './useOutputChoice';
import { Bar, OutputName } from './ValueCells';

interface PresentTableProps {
  readonly chain: Chain;
  readonly steps: OutputSteps;
  /** Which output is written out, by its row. */
  readonly choice: OutputChoice;
  readonly words: OnePointWords;
}

interface Column {
  readonly name: string;
  readonly step: ValueStep;
  readonly heading: ReactNode;
}

export function PresentTable({ chain, steps, choice, words }: PresentTableProps) {
  const columns = columnsOf(chain, steps, words);
  const hasSums = columns.some(({ step }) => step.sum !== null);
  return (
    <table className={styles.present} aria-label={words.label}>
      <thead>
        <tr>
          <td />
          {columns.map(({ name, heading }) => (
            <th key={name} scope="col" className={styles.maths}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.a.rows.map((row) => (
          <tr
            key={row.classIndex ?? 'f'}
            data-truth={row.isTruth || undefined}
            data-active={row.unit === choice.unit || undefined}
            onPointerEnter={() => choice.point(row.unit)}
          >
            <th scope="row">
              {row.unit !== null && steps.z.rows.length > 1 ? (
                <RowButton sizePx={26} classes={chain.rows.length} {...{ row, choice, words }} />
              ) : (
                <>
                  <OutputName classIndex={row.classIndex} classes={chain.rows.length} sizePx={26} />
                  <span className="visually-hidden">{outputWords(row, words)}</span>
                </>
              )}
            </th>
            {columns.map((column) => (
              <Cell key={column.name} column={column} classIndex={row.classIndex} />
            ))}
          </tr>
        ))}
      </tbody>
      {hasSums && (
        <tfoot>
          <tr>
            <td />
            {columns.map(({ name, step }) => (
              <td key={name}>{step.sum !== null && `Σ = ${step.sum}`}</td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** Empty for the class that a single unit leaves over. */
function Cell({ column, classIndex }: { readonly column: Column; readonly classIndex: number | null }) {
  const row: ValueRow | undefined = column.step.rows.find((each) => each.classIndex === classIndex);
  if (!row) return <td />;
  return (
    <td data-column={column.name}>
      <span className={styles.value}>{row.text}</span>
      <Bar row={row} isSigned={column.step.isSigned} />
    </td>
  );
}

function columnsOf(chain: Chain, { z, power, a }: OutputSteps, words: OnePointWords): Column[] {
  const input = chain.hidden.length > 0 ? 'a' : 'x';
  const sum = (
    <>
      <i>z</i> = <i>w</i>·<i>{input}</i> + <i>b</i>
    </>
  );
  const exponential = (
    <>
      <i>e</i>
      <sup>
        <i>z</i>
      </sup>
    </>
  );
  return [
    { name: 'z', step: z, heading: sum },
    ...(power ? [{ name: 'power', step: power, heading: exponential }] : []),
    { name: 'a', step: a, heading: <OutputHeading chain={chain} words={words} /> },
  ];
}
