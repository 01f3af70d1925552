/** The last step: the loss, in words of mathematics and in a number, and the point on its curve. */
import { Fragment } from 'react';
import { clipProbability } from '../../engine/model/losses/loss';
import type { Chain } from './chain';
import { LossCurve } from './LossCurve';
import { curveTerm, type ShownTerm, shownTerms } from './lossTerms';
import { preciseText } from './numbers';
import styles from './OnePoint.module.css';
import type { OnePointWords } from './onePointWords';
import { decimals } from './outputSteps';

interface LossStepProps {
  readonly chain: Chain;
  /** Class of the output that is looked at. */
  readonly looked: number | null;
  readonly spread: number;
  readonly words: OnePointWords;
}

export function LossStep({ chain, looked, spread, words }: LossStepProps) {
  const { loss, clipped, activation } = chain;
  const terms = shownTerms(chain);
  const shown = curveTerm(terms, looked);
  if (loss === null || !shown) return <p className={styles.soft}>{words.noLabel}</p>;
  const value = preciseText(loss, decimals.loss);
  const isProbability = activation === 'sigmoid' || activation === 'softmax';
  return (
    <>
      <div className={styles.loss}>
        {terms.length === 1 ? (
          <OneTerm {...{ shown, value, clipped }} />
        ) : (
          <Terms {...{ terms, value, words }} />
        )}
        <LossCurve
          {...{ shown, isProbability, spread }}
          name={words.curve(shown.formula, preciseText(shown.term.value, decimals.loss))}
        />
      </div>
      {clipped && <p className={styles.note}>{words.clipped}</p>}
    </>
  );
}

interface OneTermProps {
  readonly shown: ShownTerm;
  readonly value: string;
  readonly clipped: boolean;
}

function OneTerm({ shown, value, clipped }: OneTermProps) {
  return (
    <div className={styles.oneTerm}>
      <h3 className={styles.maths}>
        <i>L</i> = <Formula text={shown.formula} />
      </h3>
      <p className={styles.soft} data-written="loss">
        = {withNumber(shown, clipped)}
      </p>
      <p className={styles.result} data-loss>
        {value}
      </p>
    </div>
  );
}

/** −log 0.988: the formula with the number of the output in place of its symbol; of a logarithm the one that it is taken of. */
function withNumber({ formula, symbol, output }: ShownTerm, clipped: boolean): string {
  const number = preciseText(clipped ? clipProbability(output) : output, decimals.a);
  return formula.replace(symbol, number);
}

interface TermsProps {
  readonly terms: readonly ShownTerm[];
  readonly value: string;
  readonly words: OnePointWords;
}

function Terms({ terms, value, words }: TermsProps) {
  return (
    <div>
      <h3 className={styles.maths}>
        <i>L</i> <span className={styles.soft}>{words.sumOfTerms}</span>
      </h3>
      <dl className={styles.terms}>
        {terms.map(({ term, classIndex, isTruth, formula }) => (
          <div key={classIndex ?? 'f'} data-truth={isTruth || undefined}>
            <dt className={styles.maths}>
              <Formula text={formula} />
            </dt>
            <dd data-term>{preciseText(term.value, decimals.loss)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.result} data-loss>
        {value}
      </p>
    </div>
  );
}

/** Letters of a formula in italics, except those of log. */
function Formula({ text }: { readonly text: string }) {
  return text.split(/([a-z]+)/).map((part, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
    <Fragment key={i}>{/^[a-z]$/.test(part) ? <i>{part}</i> : part}</Fragment>
  ));
}
