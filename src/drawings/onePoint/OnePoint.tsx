/**
 * A point on its way through the model, one step below the other: z = w·x + b with its numbers, e^z and a with softmax, or a = g(z), and
 * the loss on its curve. On a projector the steps stand side by side in a table, below z. Knows nothing of where the point comes from.
 */
import type { ReactNode } from 'react';
import type { LayerPlan } from '../../engine/model/network';
import { ActivationStep } from './ActivationStep';
import type { Chain } from './chain';
import { Between } from './HiddenLayers';
import { LossStep } from './LossStep';
import styles from './OnePoint.module.css';
import type { OnePointWords } from './onePointWords';
import { type OutputSteps, outputSteps, sumSymbol } from './outputSteps';
import { PresentTable } from './PresentTable';
import { StepRows } from './StepRows';
import { type OutputChoice, useOutputChoice } from './useOutputChoice';
import { sumText, weightedSum } from './weightedSum';

export interface OnePointProps {
  readonly chain: Chain;
  /** The output layer, and what it weighs with. */
  readonly layer: LayerPlan;
  readonly parameters: ArrayLike<number>;
  /** How far targets lie from 0: the scale of errors in regression. */
  readonly spread: number;
  readonly size: 'page' | 'present';
  /** Above the steps: what point it is. */
  readonly head: ReactNode;
  readonly words: OnePointWords;
}

export function OnePoint(props: OnePointProps) {
  const { chain, size, head, spread, words } = props;
  const steps = outputSteps(chain);
  const outputs = chain.rows.flatMap(({ logit, output }) => (logit === null ? [] : [output]));
  const choice = useOutputChoice(steps.z.rows, outputs);
  const looked = steps.z.rows[choice.unit]?.classIndex ?? null;
  const loss = <LossStep {...{ chain, looked, spread, words }} />;
  return (
    <div className={styles.onePoint} data-size={size} onPointerLeave={() => choice.point(null)}>
      {head}
      <Between chain={chain} words={words} />
      {size === 'present' ? (
        <>
          <WrittenSum {...props} {...{ steps, choice }} />
          <PresentTable {...{ chain, steps, choice, words }} />
          <div className={styles.last}>{loss}</div>
        </>
      ) : (
        <Steps {...props} {...{ steps, choice, loss }} />
      )}
    </div>
  );
}

interface StepsProps extends OnePointProps {
  readonly steps: OutputSteps;
  readonly choice: OutputChoice;
  readonly loss: ReactNode;
}

function Steps({ chain, layer, parameters, words, steps, choice, loss }: StepsProps) {
  const classes = chain.rows.length;
  return (
    <ol className={styles.steps} aria-label={words.label}>
      <Step name="z">
        <SumHeading chain={chain} />
        <WrittenSum {...{ chain, layer, parameters, steps, choice, words }} />
        <StepRows step={steps.z} name="z" hasButtons {...{ classes, choice, words }} />
      </Step>
      {steps.power && (
        <Step name="power">
          <h3 className={styles.maths}>
            <i>e</i>
            <sup>
              <i>z</i>
            </sup>{' '}
            <span className={styles.soft}>{words.positive}</span>
          </h3>
          <StepRows step={steps.power} name="e^z" {...{ classes, choice, words }} />
          <div className={styles.ends}>
            <p className={styles.note}>{words.shifted}</p>
            <p className={styles.sum} data-sum="power">
              Σ = {steps.power.sum}
            </p>
          </div>
        </Step>
      )}
      <Step name="a">
        <ActivationStep {...{ chain, steps, choice, words }} />
      </Step>
      <Step name="loss">{loss}</Step>
    </ol>
  );
}

/** Steps are numbered by the style sheet. */
function Step({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={styles.step} data-step={name}>
      <div>{children}</div>
    </li>
  );
}

/** What the layer receives: x, or with hidden layers the a of the last one. */
function SumHeading({ chain }: { readonly chain: Chain }) {
  return (
    <h3 className={styles.maths}>
      <i>z</i> = <i>w</i>·<i>{chain.hidden.length > 0 ? 'a' : 'x'}</i> + <i>b</i>
    </h3>
  );
}

type WrittenSumProps = Pick<StepsProps, 'chain' | 'layer' | 'parameters' | 'steps' | 'choice' | 'words'>;

function WrittenSum({ chain, layer, parameters, steps, choice, words }: WrittenSumProps) {
  const row = steps.z.rows[choice.unit];
  const inputs = chain.hidden.at(-1)?.outputs ?? chain.features.map(({ input }) => input);
  const sum = weightedSum(layer, parameters, inputs, choice.unit);
  return (
    <p className={styles.written} data-written="z" data-long={sum.terms.length > 2 || undefined}>
      <span className={styles.maths}>
        <i>{sumSymbol(chain, row?.classIndex ?? null)}</i>
      </span>{' '}
      = {sumText(sum, words.moreTerms)} = <strong>{row?.text}</strong>
    </p>
  );
}
