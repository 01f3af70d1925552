/** What units and weights are called: on the plane, in the diagram, to a screen reader. Pure; words come from `t`. */
import type { TFunction } from 'i18next';
import { weightText } from '../../drawings/network/valueLabels';
import type { Task } from '../../engine/data/dataset';
import { features } from '../../engine/data/features';
import { presentFeatures } from '../../engine/data/inputs';
import type { Experiment } from '../../engine/experiment';
import { outputActivations } from '../../engine/model/activations';
import { biasIndex, type NetworkPlan, type UnitRef, unitsIn, weightIndex } from '../../engine/model/network';
import type { Localized } from '../../i18n/localized';
import { classWords, type Names } from './dataNames';

/** What names depend on. */
export interface Naming {
  readonly t: TFunction;
  readonly name: (words: Localized) => string;
  readonly plan: NetworkPlan;
  readonly task: Task;
  /** Features as plain text. [input] */
  readonly inputs: readonly string[];
  /** Of the classes. */
  readonly names: Names;
}

export function inputNames({ data }: Experiment): string[] {
  return presentFeatures(data).map((id) => features[id].label);
}

/** "Hidden layer 1, unit 3, ReLU". */
export function spokenName(naming: Naming, unit: UnitRef): string {
  return named(naming, unit, { hidden: 'inspect.unit', one: 'inspect.output', class: 'inspect.outputClass' });
}

/** "Hidden 1, unit 3 (ReLU)". */
export function titleOf(naming: Naming, unit: UnitRef): string {
  return named(naming, unit, {
    hidden: 'inspect.unitTitle',
    one: 'inspect.outputTitle',
    class: 'inspect.outputClassTitle',
  });
}

interface NameKeys {
  readonly hidden: 'inspect.unit' | 'inspect.unitTitle';
  readonly one: 'inspect.output' | 'inspect.outputTitle';
  readonly class: 'inspect.outputClass' | 'inspect.outputClassTitle';
}

function named(
  { t, name, plan, inputs, task, names }: Naming,
  { layer, unit }: UnitRef,
  keys: NameKeys,
): string {
  const layerPlan = plan.layers[layer];
  if (!layerPlan) return t('inspect.input', { name: inputs[unit] ?? '' });
  const activation = name(outputActivations[layerPlan.activation].name);
  if (layer < plan.layers.length - 1) return t(keys.hidden, { n: layer + 1, unit: unit + 1, activation });
  if (task === 'regression' || layerPlan.units === 1) return t(keys.one, { activation });
  const isTitle = keys.class === 'inspect.outputClassTitle';
  return t(keys.class, { class: isTitle ? classWords(t, names, unit) : unit + 1, activation });
}

/** The unit as an end of a weight: "x₁", "hidden 1, unit 3", "output of class 2". */
export function endName({ t, plan, inputs, task, names }: Naming, { layer, unit }: UnitRef): string {
  if (layer < 0) return inputs[unit] ?? '';
  if (layer < plan.layers.length - 1) return t('inspect.toUnit', { n: layer + 1, unit: unit + 1 });
  if (task === 'regression' || unitsIn(plan, layer) === 1) return t('inspect.toOutput');
  return t('inspect.toClass', { class: classWords(t, names, unit) });
}

/** The unit among those of its layer: "x₁", "unit 3". */
export function sourceName({ t, inputs }: Naming, { layer, unit }: UnitRef): string {
  return layer < 0 ? (inputs[unit] ?? '') : t('inspect.fromUnit', { unit: unit + 1 });
}

/** "bias 0.12, 2 incoming weights, strongest −1.40 from x₂". Empty for an input. */
export function unitNow(naming: Naming, unit: UnitRef, parameters: Float32Array): string {
  const { t, plan } = naming;
  const bias = biasIndex(plan, unit);
  if (bias === null) return '';
  const weights = unitsIn(plan, unit.layer - 1);
  let strongest = 0;
  const weightFrom = (from: number) =>
    parameters[weightIndex(plan, { layer: unit.layer, from, to: unit.unit })] ?? 0;
  for (let from = 1; from < weights; from++) {
    if (Math.abs(weightFrom(from)) > Math.abs(weightFrom(strongest))) strongest = from;
  }
  return t('inspect.now', {
    bias: weightText(parameters[bias] ?? 0),
    weights,
    count: weights,
    value: weightText(weightFrom(strongest)),
    from: sourceName(naming, { layer: unit.layer - 1, unit: strongest }),
  });
}
