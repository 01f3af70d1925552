/** The last steps: from the logits through softmax or sigmoid to outputs, and from the output of the true class to the loss. */
import type { ReactNode } from 'react';
import { ClassMark } from '../ClassMark';
import { classColour } from '../classMarks';
import type { Chain, OutputRow } from './chain';
import { digits } from './digits';
import { hasSingleUnit, outputName, termFormula } from './lossFormula';
import styles from './ProbeChain.module.css';
import type { ProbeWords } from './probeWords';

interface StageProps {
  readonly chain: Chain;
  readonly words: ProbeWords;
}

const DECIMALS = 4;

export function OutputStage({ chain, words }: StageProps) {
  const { rows, shift, outputSum } = chain;
  const hasPowers = rows.some((row) => row.power !== null);
  return (
    <table className={styles.table}>
      <caption>{words.output}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">z = w·x + b</th>
          {hasPowers && <th scope="col">{powerHeading(chain)}</th>}
          <th scope="col" colSpan={2}>
            {outputHeading(chain, words)}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClassRow key={row.classIndex} row={row} hasPower={hasPowers} words={words} />
        ))}
      </tbody>
      {outputSum !== null && (
        <tfoot>
          <tr>
            <td />
            <td>{shift && `max ${digits(shift.max, DECIMALS)}`}</td>
            {hasPowers && <td>{shift && `Σ ${digits(shift.sum, DECIMALS)}`}</td>}
            <td colSpan={2} data-sum>
              Σ = {digits(outputSum, DECIMALS)}
            </td>
          </tr>
          {Math.abs(outputSum - 1) > 1e-9 && (
            <tr>
              <td colSpan={hasPowers ? 5 : 4} className={styles.notOne}>
                {words.notOne}
              </td>
            </tr>
          )}
        </tfoot>
      )}
    </table>
  );
}

function powerHeading({ shift }: Chain): ReactNode {
  return (
    <>
      e<sup>{shift ? 'z − max' : '−z'}</sup>
    </>
  );
}

function outputHeading({ activation, shift }: Chain, words: ProbeWords): ReactNode {
  if (shift) {
    return (
      <>
        a = e<sup>z − max</sup> ∕ Σ
      </>
    );
  }
  if (activation === 'sigmoid') {
    return (
      <>
        a = 1 ∕ (1 + e<sup>−z</sup>)
      </>
    );
  }
  return <>a = {words.activation(activation)}(z)</>;
}

interface ClassRowProps {
  readonly row: OutputRow;
  readonly hasPower: boolean;
  readonly words: ProbeWords;
}

function ClassRow({ row, hasPower, words }: ClassRowProps) {
  const { classIndex, logit, power, output, isTruth } = row;
  const share = Number.isFinite(output) ? Math.min(Math.max(output, 0), 1) : 0;
  return (
    <tr data-truth={isTruth || undefined}>
      <th scope="row">
        {classIndex === null ? (
          outputName(classIndex, true)
        ) : (
          <>
            <ClassMark classIndex={classIndex} sizePx={12} />
            <span className="visually-hidden">
              {words.classOf(classIndex)} {isTruth && words.truth}
            </span>
          </>
        )}
      </th>
      <td data-logit>{logit === null ? '' : digits(logit, DECIMALS)}</td>
      {hasPower && <td data-power>{power === null ? '' : digits(power, DECIMALS)}</td>}
      <td className={styles.barCell} aria-hidden="true">
        {classIndex !== null && (
          <span className={`${styles.track} ${styles.wide}`}>
            <span style={{ width: `${100 * share}%`, background: classColour(classIndex) }} />
          </span>
        )}
      </td>
      <td data-output>{digits(output, DECIMALS)}</td>
    </tr>
  );
}

/** The terms stand in the lines of their outputs; the loss is what they add up to. */
export function LossStage({ chain, words }: StageProps) {
  const { rows, loss, clipped } = chain;
  if (loss === null) {
    return (
      <div className={styles.words}>
        <p className={styles.title}>{words.loss}</p>
        <p className={styles.soft}>{words.noLabel}</p>
      </div>
    );
  }
  const isSingle = hasSingleUnit(rows);
  return (
    <table className={styles.table}>
      <caption>{words.loss}</caption>
      <thead>
        <tr>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.classIndex} data-truth={row.isTruth || undefined}>
            <td>
              {row.term &&
                `${termFormula(row.term, outputName(row.classIndex, isSingle))} = ${digits(row.term.value, DECIMALS)}`}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>
            L = <strong data-loss>{digits(loss, DECIMALS)}</strong>
          </td>
        </tr>
        {clipped && (
          <tr>
            <td className={styles.words}>{words.clipped}</td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}
