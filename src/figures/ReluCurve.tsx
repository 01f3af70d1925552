/** ReLU over z: its value, its slope, and one z that goes to and fro until a reader takes hold of it. */
import { useState } from 'react';
import { ActivationPlot } from '../drawings/activation/ActivationPlot';
import { figure } from '../drawings/figure';
import { Formula } from '../drawings/formula/Formula';
import { activations } from '../engine/model/activations';
import { flatStretches } from '../engine/model/activations/flatness';
import { useWords } from '../panels/controls/useWords';
import { wordsOf } from '../panels/page/why/activations/cards';
import styles from './Figure.module.css';
import type { FigureProps } from './figure';
import { useSweep, wave } from './useSweep';

const { at, derivative } = activations.relu;
const flat = flatStretches({ derivative });
const [least, most] = [-4, 4];
const sweepSeconds = 8;

export function ReluCurve({ moves }: FigureProps) {
  const { t, name } = useWords();
  const [z, setZ] = useState(least);
  const [isHeld, setIsHeld] = useState(false);
  useSweep(moves && !isHeld, sweepSeconds, (phase) => setZ(least + (most - least) * wave(phase)));
  const label = name(wordsOf('relu').name);
  return (
    <div className={styles.column}>
      <Formula latex={wordsOf('relu').formula} />
      <div className={styles.rest}>
        <ActivationPlot
          {...{ at, derivative, flat, z }}
          histogram={null}
          label={t('activations.plot', { name: label })}
          onZ={(value) => {
            setIsHeld(true);
            setZ(value);
          }}
        />
      </div>
      <p className={styles.reading}>
        <span>z = {figure(z)}</span>
        <b className={styles.value}>g(z) = {figure(at(z))}</b>
        <b className={styles.slope}>g′(z) = {figure(derivative(z))}</b>
      </p>
    </div>
  );
}
