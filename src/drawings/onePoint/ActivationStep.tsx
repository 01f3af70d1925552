/** From z to what the model answers: a = e^z ∕ Σ, a = 1 ∕ (1 + e^−z), or another g(z), with the numbers of one output. */
import { ClassMark } from '../ClassMark';
import type { Chain } from './chain';
import { hasSingleUnit } from './lossFormula';
import { powerText, preciseText } from './numbers';
import styles from './OnePoint.module.css';
import type { OnePointWords } from './onePointWords';
import { decimals, type OutputSteps, outputSymbol } from './outputSteps';
import { StepRows } from './StepRows';
import type { OutputChoice } from './useOutputChoice';

interface ActivationStepProps {
  readonly chain: Chain;
  readonly steps: OutputSteps;
  readonly choice: OutputChoice;
  readonly words: OnePointWords;
}

export function ActivationStep({ chain, steps, choice, words }: ActivationStepProps) {
  const { activation } = chain;
  const { sum } = steps.a;
  const written = writtenOut(chain, steps, choice.unit, words);
  return (
    <>
      <div className={styles.ends}>
        <h3 className={styles.maths}>
          <OutputHeading chain={chain} words={words} />{' '}
          {activation === 'softmax' && <span className={styles.soft}>{words.addUp}</span>}
        </h3>
        {activation === 'softmax' && <Sum sum={sum} />}
      </div>
      {written && (
        <p className={styles.written} data-written="a">
          {written}
        </p>
      )}
      <StepRows step={steps.a} name="a" classes={chain.rows.length} {...{ choice, words }} />
      {activation !== 'softmax' && !isSingleProbability(chain) && (
        <div className={styles.ends}>
          <p className={styles.note}>{sum !== null && sum !== '1' && words.notOne}</p>
          <Sum sum={sum} />
        </div>
      )}
      {isSingleProbability(chain) && (
        <p className={styles.note}>
          {words.secondClass} <ClassMark classIndex={1} sizePx={14} />
        </p>
      )}
      {isAnyNumber(chain) && <p className={styles.note}>{words.noProbability}</p>}
    </>
  );
}

function Sum({ sum }: { readonly sum: string | null }) {
  if (sum === null) return null;
  return (
    <p className={styles.sum} data-sum="a">
      Σ = {sum}
    </p>
  );
}

/** One unit for two classes, which answers how likely the second is. */
function isSingleProbability({ activation, rows }: Chain): boolean {
  return activation === 'sigmoid' && rows[0]?.classIndex !== null && hasSingleUnit(rows);
}

/** Classes told by what may be below 0 and above 1. */
function isAnyNumber({ activation, rows }: Chain): boolean {
  return activation !== 'sigmoid' && activation !== 'softmax' && rows[0]?.classIndex !== null;
}

export function OutputHeading({ chain, words }: Pick<ActivationStepProps, 'chain' | 'words'>) {
  const { activation, rows } = chain;
  const symbol = rows[0]?.classIndex === null ? 'f' : 'a';
  if (activation === 'softmax') {
    return (
      <>
        <i>{symbol}</i> = <i>e</i>
        <sup>
          <i>z</i>
        </sup>{' '}
        ∕ Σ
      </>
    );
  }
  if (activation === 'sigmoid') {
    return (
      <>
        <i>{symbol}</i> = 1 ∕ (1 + <i>e</i>
        <sup>
          −<i>z</i>
        </sup>
        )
        {isSingleProbability(chain) && (
          <>
            {' '}
            = <i>P</i>(<ClassMark classIndex={1} sizePx={14} />
            <span className="visually-hidden">{words.classOf(1)}</span>)
          </>
        )}
      </>
    );
  }
  if (activation === 'linear') {
    return (
      <>
        <i>{symbol}</i> = <i>z</i>
      </>
    );
  }
  if (activation === 'relu') {
    return (
      <>
        <i>{symbol}</i> = max(0, <i>z</i>)
      </>
    );
  }
  return (
    <>
      <i>{symbol}</i> = {words.activation(activation)}(<i>z</i>)
    </>
  );
}

/** a₂ = 122 ∕ 124 = 0.988; null where nothing is computed. */
function writtenOut(
  chain: Chain,
  { z, power }: OutputSteps,
  unit: number,
  words: OnePointWords,
): string | null {
  const { activation } = chain;
  const row = chain.rows.filter(({ logit }) => logit !== null)[unit];
  if (!row || row.logit === null || activation === 'linear') return null;
  const name = outputSymbol(chain, row.classIndex);
  const answer = preciseText(row.output, decimals.a);
  if (power) return `${name} = ${power.rows[unit]?.text} ∕ ${power.sum} = ${answer}`;
  if (activation === 'sigmoid') return `${name} = 1 ∕ (1 + ${powerText(-row.logit)}) = ${answer}`;
  const sum = z.rows[unit]?.text;
  if (activation === 'relu') return `${name} = max(0, ${sum}) = ${answer}`;
  return `${name} = ${words.activation(activation)}(${sum}) = ${answer}`;
}
