/** What lies between the point and z: inputs that are more than its coordinates, and the hidden layers; folded until they are asked for. */
import { type ReactNode, useState } from 'react';
import { activations } from '../../engine/model/activations';
import { niceCeiling } from '../niceCeiling';
import type { Chain, LayerStep } from './chain';
import { numberText } from './numbers';
import styles from './OnePoint.module.css';
import type { OnePointWords } from './onePointWords';
import { barsPath } from './signedBars';

interface BetweenProps {
  readonly chain: Chain;
  readonly words: OnePointWords;
}

/** Most units that are shown as numbers; wider layers are shown as bars. */
const mostNumbers = 32;

export function Between({ chain, words }: BetweenProps) {
  const { features, standardised, hidden } = chain;
  const isPlain = !standardised && features.every(({ id }) => id === 'x1' || id === 'x2');
  return (
    <>
      {!isPlain && (
        <Fold title={words.inputs(features.length, standardised)} name="inputs">
          {() => <Inputs chain={chain} words={words} />}
        </Fold>
      )}
      {hidden.length > 0 && (
        <Fold
          title={words.hidden(hidden.length, hidden.map(({ logits }) => logits.length).join(' · '))}
          name="hidden"
        >
          {() =>
            hidden.map((layer, i) => <Layer key={layerKey(i)} layer={layer} number={i + 1} words={words} />)
          }
        </Fold>
      )}
    </>
  );
}

/** A layer is its place. */
function layerKey(index: number): string {
  return `layer ${index}`;
}

interface FoldProps {
  readonly title: string;
  readonly name: string;
  /** Only called while it is open: units change with every picture of a run. */
  readonly children: () => ReactNode;
}

function Fold({ title, name, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.fold} data-fold={name} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && children()}
    </details>
  );
}

function Inputs({ chain: { features, standardised }, words }: BetweenProps) {
  return (
    <table className={styles.inputs}>
      {standardised && (
        <thead>
          <tr>
            <td colSpan={2} />
            <th scope="col">{words.standardised}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {features.map(({ id, label, raw, input }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{numberText(raw, 2)}</td>
            {standardised && <td data-input={id}>{numberText(input, 2)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface LayerProps {
  readonly layer: LayerStep;
  readonly number: number;
  readonly words: OnePointWords;
}

function Layer({ layer, number, words }: LayerProps) {
  const { activation, outputs } = layer;
  return (
    <div className={styles.layer} data-layer={number}>
      <p>
        {words.hiddenLayer(number, outputs.length)}{' '}
        <span className={styles.maths}>
          <i>a</i> = {words.activation(activation)}(<i>z</i>)
        </span>
      </p>
      {outputs.length > mostNumbers ? (
        <UnitBars layer={layer} />
      ) : (
        <ol className={styles.units}>
          {Array.from(outputs, (a, unit) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
            <li key={unit}>
              <span className={styles.soft}>{unit + 1}</span>
              {numberText(a, 2)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const barsFrame = { widthPx: 340, heightPx: 44 };

/** A bar for each unit, with the ends of the values in numbers. */
function UnitBars({ layer: { activation, outputs } }: Pick<LayerProps, 'layer'>) {
  const { widthPx, heightPx } = barsFrame;
  const values = Array.from(outputs).filter(Number.isFinite);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isSigned = activation !== 'softmax' && activations[activation].range[0] < 0;
  const scale = { values: outputs, full: niceCeiling(Math.max(-low, high)), isSigned };
  const ends = `${numberText(low, 2)} … ${numberText(high, 2)}`;
  return (
    <>
      <svg className={styles.unitBars} viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={ends}>
        {/* Rows under each other, turned so that they stand side by side. */}
        <g transform={`matrix(0 -1 1 0 0 ${heightPx})`}>
          <path className={styles.positive} d={barsPath(scale, heightPx, widthPx, 1)} />
          <path className={styles.negative} d={barsPath(scale, heightPx, widthPx, -1)} />
        </g>
      </svg>
      <span className={styles.soft} aria-hidden="true">
        {ends}
      </span>
    </>
  );
}
