/**
 * A point on its way through the network, in one line from left to right: where it is, the inputs, z and a of every layer, what
 * softmax or sigmoid make of the last z, and the loss. Fills its parent and scrolls sideways when the layers need more room; where it
 * is narrow, the line is broken instead.
 */
import type { ReactNode } from 'react';
import { useSize } from '../useSize';
import type { Chain, FeatureStep } from './chain';
import { digits } from './digits';
import { HiddenStage } from './HiddenStage';
import { LossStage, OutputStage } from './OutputStage';
import styles from './ProbeChain.module.css';
import type { ProbeWords } from './probeWords';

export interface ProbeChainProps {
  readonly chain: Chain;
  /** The first step: what is probed, with its controls. */
  readonly head: ReactNode;
  readonly words: ProbeWords;
}

/** Heights of the lines above the rows of a stage, and of a row; the style sheet has the same. */
const TOP_PX = 34;
const ROW_PX = 16;
/** Below this width the line is broken, and layers keep to so many rows. */
const NARROW_PX = 700;
const FEW_LINES = 8;

export function ProbeChain({ chain, head, words }: ProbeChainProps) {
  const [sizeRef, { widthPx, heightPx }] = useSize();
  const isNarrow = widthPx < NARROW_PX;
  const lines = isNarrow ? FEW_LINES : Math.max(4, Math.floor((heightPx - TOP_PX) / ROW_PX));
  return (
    <ol ref={sizeRef} className={styles.chain} aria-label={words.label} data-narrow={isNarrow || undefined}>
      <li className={styles.stage}>{head}</li>
      <li className={styles.stage}>
        <InputStage features={chain.features} standardised={chain.standardised} words={words} />
      </li>
      {chain.hidden.map((layer, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
        <li key={i} className={styles.stage} data-stage={`hidden-${i + 1}`}>
          <HiddenStage
            layer={layer}
            title={words.hidden(i + 1)}
            lines={lines}
            linePx={ROW_PX}
            words={words}
          />
        </li>
      ))}
      <li className={styles.stage} data-stage="output">
        <OutputStage chain={chain} words={words} />
      </li>
      <li className={styles.stage} data-stage="loss">
        <LossStage chain={chain} words={words} />
      </li>
    </ol>
  );
}

interface InputStageProps {
  readonly features: readonly FeatureStep[];
  readonly standardised: boolean;
  readonly words: ProbeWords;
}

function InputStage({ features, standardised, words }: InputStageProps) {
  return (
    <table className={styles.table}>
      <caption>{words.inputs}</caption>
      <thead>
        <tr>
          <td />
          {standardised && <td />}
          {standardised ? <th scope="col">{words.standardised}</th> : <td />}
        </tr>
      </thead>
      <tbody>
        {features.map(({ id, label, raw, input }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            {standardised && <td className={styles.soft}>{digits(raw, 3)}</td>}
            <td data-input={id}>{digits(input, 3)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
