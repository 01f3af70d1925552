/** Which two parameters the axes stand for: where a weight comes from, or the bias, and the unit it belongs to. */
import { type NetworkPlan, type UnitRef, unitsIn, weightIndex } from '../../../../engine/model/network';
import { lookAtSurface } from '../../../../store/costSurface';
import { Choice } from '../../../controls/Choice';
import { useWords } from '../../../controls/useWords';
import { type Naming, sourceName } from '../../../shared/unitNames';
import { useNaming } from '../../../shared/useNaming';
import styles from './CostControls.module.css';
import { parameterAt } from './parameterNames';

export interface PairChoicesProps {
  readonly pair: { readonly first: number; readonly second: number };
}

export function PairChoices({ pair }: PairChoicesProps) {
  const { t } = useWords();
  const set = (change: Partial<typeof pair>) => lookAtSurface({ pair: { ...pair, ...change } });
  return (
    <div className={styles.pair}>
      <ParameterChoice
        axis={t('costSurface.across')}
        index={pair.first}
        taken={pair.second}
        onChange={(first) => set({ first })}
      />
      <ParameterChoice
        axis={t('costSurface.up')}
        index={pair.second}
        taken={pair.first}
        onChange={(second) => set({ second })}
      />
    </div>
  );
}

interface ParameterChoiceProps {
  readonly axis: string;
  readonly index: number;
  /** The parameter of the other axis. */
  readonly taken: number;
  readonly onChange: (index: number) => void;
}

function ParameterChoice({ axis, index, taken, onChange }: ParameterChoiceProps) {
  const { t } = useWords();
  const naming = useNaming();
  const { plan } = naming;
  const at = parameterAt(plan, index);
  const units = plan.layers.flatMap((layerPlan, layer) =>
    Array.from({ length: layerPlan.units }, (_, unit) => ({
      id: `${layer}.${unit}`,
      label: shortName(naming, { layer, unit }),
    })),
  );
  const toUnit = (id: string) => {
    const [layer = 0, unit = 0] = id.split('.').map(Number);
    const free = parametersOf(naming, layer, unit).find((item) => Number(item.id) !== taken);
    if (free) onChange(Number(free.id));
  };
  return (
    <div className={styles.axis}>
      <span className={styles.axisName}>{axis}</span>
      <Choice
        label={t('costSurface.parameter', { axis })}
        variant="bare"
        items={parametersOf(naming, at.layer, at.unit).filter(({ id }) => Number(id) !== taken)}
        value={String(index)}
        onChange={(id) => onChange(Number(id))}
        hint={t('costSurface.hints.parameter')}
      />
      {units.length > 1 && (
        <Choice
          label={t('costSurface.unit', { axis })}
          variant="bare"
          items={units}
          value={`${at.layer}.${at.unit}`}
          onChange={toUnit}
        />
      )}
    </div>
  );
}

/** The weights into a unit, and its bias. */
function parametersOf(naming: Naming, layer: number, unit: number) {
  const { plan, t } = naming;
  const weights = Array.from({ length: unitsIn(plan, layer - 1) }, (_, from) => ({
    id: String(weightIndex(plan, { layer, from, to: unit })),
    label: sourceName(naming, { layer: layer - 1, unit: from }),
  }));
  const { biasOffset } = plan.layers[layer] as NetworkPlan['layers'][number];
  return [...weights, { id: String(biasOffset + unit), label: t('costSurface.biasItem') }];
}

/** "hidden 1 · 3", "class 2", "output". */
function shortName({ t, plan, task }: Naming, { layer, unit }: UnitRef): string {
  if (layer < plan.layers.length - 1) return t('costSurface.hiddenUnit', { n: layer + 1, unit: unit + 1 });
  if (task === 'regression' || plan.outputs === 1) return t('model.output');
  return t('costSurface.classUnit', { n: unit + 1 });
}
