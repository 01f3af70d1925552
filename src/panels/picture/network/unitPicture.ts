/** Which map a unit shows on the plane, and how it is coloured. Pure but for the sources, which follow the run. */
import type { UnitPicture } from '../../../drawings/boundary/paintUnit';
import type { Experiment } from '../../../engine/experiment';
import { activations } from '../../../engine/model/activations';
import { firstUnitOf, type NetworkPlan, type UnitRef, unitsIn } from '../../../engine/model/network';
import { constant, type ReadableStore } from '../../../engine/readableStore';
import type { UnitGrid } from '../../../engine/training/snapshot';
import { currentSnapshot, prepared } from '../../../store/derived';
import { inputMaps } from './inputMaps';

const gridOf = (part: 'unitMaps' | 'outputs'): ReadableStore<UnitGrid | null> => ({
  get: () => currentSnapshot.get()?.[part] ?? null,
  subscribe: (listener) => currentSnapshot.subscribe(listener),
});
const unitMaps = gridOf('unitMaps');
const outputs = gridOf('outputs');

/** Columns of the map of an input: it is worked out once, so it may be fine. */
const inputColumns = 96;

/** null for the output of a regression, which is what the plane shows anyhow, and for a unit that does not exist. */
export function unitPicture(
  { data }: Pick<Experiment, 'data'>,
  plan: NetworkPlan,
  { layer, unit }: UnitRef,
): UnitPicture | null {
  const count = unitsIn(plan, layer);
  if (unit >= count) return null;
  if (layer < 0) {
    const maps = constant(inputMaps(data, prepared(data), inputColumns));
    return { maps, unit, colours: 'signed', level: null };
  }
  if (layer < plan.layers.length - 1) {
    const activation = plan.layers[layer]?.activation ?? 'linear';
    const level = activation === 'softmax' ? null : activations[activation].at(0);
    return { maps: unitMaps, unit: firstUnitOf(plan, layer) + unit, colours: 'signed', level };
  }
  if (data.task === 'regression') return null;
  const colours = count === 1 ? 'eitherClass' : { class: unit };
  return { maps: outputs, unit, colours, level: 0.5 };
}
