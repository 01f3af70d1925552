/** The T-shirt of the course: four things about it as sliders, and the network that says whether it will be a top seller. */
import { DemandNetwork } from '../../../../drawings/demand/DemandNetwork';
import { activations } from '../../../../engine/model/activations';
import { demandActivations, demandInputs, demandUnits, firstDemand } from '../../../../engine/model/demand';
import { look, useStore } from '../../../../store/store';
import { NumberSlider } from '../../../controls/NumberSlider';
import { Segmented } from '../../../controls/Segmented';
import { taught } from '../../../controls/taughtHint';
import { useWords } from '../../../controls/useWords';
import styles from './DemandPage.module.css';

export function DemandPage() {
  const { t, name } = useWords();
  const demand = useStore((state) => state.view.demand) ?? firstDemand;
  return (
    <div className={styles.page}>
      <p className={styles.quiet}>{t('demand.words')}</p>
      <DemandNetwork
        demand={demand}
        words={{
          inputs: each(demandInputs, (input) => t(`demand.inputs.${input}`)),
          units: each(demandUnits, (unit) => t(`demand.units.${unit}`)),
          output: t('demand.output'),
          label: t('demand.label'),
        }}
      />
      <div>
        {demandInputs.map((input, i) => (
          <NumberSlider
            key={input}
            label={t(`demand.inputs.${input}`)}
            value={demand.inputs[i] ?? 0}
            range={[0, 10]}
            step={0.1}
            scale="linear"
            hint={t(`demand.hints.${input}`)}
            onChange={(value) => look({ demand: { ...demand, inputs: demand.inputs.with(i, value) } })}
          />
        ))}
      </div>
      <div className={styles.choice}>
        <span>{t('demand.hidden')}</span>
        <Segmented
          label={t('demand.hidden')}
          items={demandActivations.map((id) => ({ id, label: name(activations[id].name) }))}
          value={demand.activation}
          onChange={(activation) => look({ demand: { ...demand, activation } })}
          hint={taught(t('demand.hiddenHint'), 'tshirt')}
        />
      </div>
    </div>
  );
}

function each<Id extends string>(ids: readonly Id[], word: (id: Id) => string): Readonly<Record<Id, string>> {
  return Object.fromEntries(ids.map((id) => [id, word(id)])) as Record<Id, string>;
}
