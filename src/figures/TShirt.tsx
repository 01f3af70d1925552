/** The network of the T-shirt: what is spent on marketing rises and falls until a reader moves a slider. */
import { useState } from 'react';
import { DemandNetwork } from '../drawings/demand/DemandNetwork';
import { demandInputs, demandUnits, firstDemand } from '../engine/model/demand';
import { NumberSlider } from '../panels/controls/NumberSlider';
import { useWords } from '../panels/controls/useWords';
import styles from './Figure.module.css';
import type { FigureProps } from './figure';
import { useSweep, wave } from './useSweep';

const sweepSeconds = 8;
/** With more marketing, more people know of the T-shirt. */
const moved = demandInputs.indexOf('marketing');

export function TShirt({ moves }: FigureProps) {
  const { t } = useWords();
  const [demand, setDemand] = useState(firstDemand);
  const [isHeld, setIsHeld] = useState(false);
  const put = (i: number, value: number) =>
    setDemand((before) => ({ ...before, inputs: before.inputs.with(i, value) }));
  useSweep(moves && !isHeld, sweepSeconds, (phase) => put(moved, Math.round(100 * wave(phase)) / 10));
  return (
    <div className={styles.parts}>
      <div className={styles.first}>
        <DemandNetwork
          demand={demand}
          words={{
            inputs: Object.fromEntries(demandInputs.map((id) => [id, t(`demand.inputs.${id}`)])) as Words<
              typeof demandInputs
            >,
            units: Object.fromEntries(demandUnits.map((id) => [id, t(`demand.units.${id}`)])) as Words<
              typeof demandUnits
            >,
            output: t('demand.output'),
            label: t('demand.label'),
          }}
        />
      </div>
      <div className={`${styles.second} ${styles.sliders}`}>
        {demandInputs.map((input, i) => (
          <NumberSlider
            key={input}
            label={t(`demand.inputs.${input}`)}
            value={demand.inputs[i] ?? 0}
            range={[0, 10]}
            step={0.1}
            scale="linear"
            hint={t(`demand.hints.${input}`)}
            onChange={(value) => {
              setIsHeld(true);
              put(i, value);
            }}
          />
        ))}
      </div>
    </div>
  );
}

type Words<Ids extends readonly string[]> = Readonly<Record<Ids[number], string>>;
