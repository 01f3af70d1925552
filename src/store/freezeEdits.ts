/**
 * What training leaves as it is, as pure edits of the document. Frozen weights are known by their place in the network, so they are
 * forgotten when the network gets another shape.
 */
import { presentFeatures } from '../engine/data/inputs';
import type { Experiment, Frozen } from '../engine/experiment';
import { outputUnits } from '../engine/model/network';

const nothing: Frozen = { layers: [], parameters: [] };

/** Whether training leaves a weight or bias alone. `layer` is the one that it belongs to. */
export function isFrozen({ training: { frozen } }: Experiment, layer: number, index: number): boolean {
  return frozen.layers.includes(layer) || frozen.parameters.includes(index);
}

/** Freezes one weight or bias, or lets it go; those of a frozen layer stay frozen with it. */
export function toggleFrozenParameter(experiment: Experiment, index: number): Experiment {
  const { frozen } = experiment.training;
  return withFrozen(experiment, { ...frozen, parameters: toggled(frozen.parameters, index) });
}

/** Freezes all weights and biases of a layer, or lets go those that are not frozen singly. */
export function toggleFrozenLayer(experiment: Experiment, layer: number): Experiment {
  const { frozen } = experiment.training;
  return withFrozen(experiment, { ...frozen, layers: toggled(frozen.layers, layer) });
}

/** After a change of model or data: nothing is frozen in a network of another shape. */
export function keepFrozen(next: Experiment, before: Experiment): Experiment {
  const { layers, parameters } = next.training.frozen;
  if (layers.length + parameters.length === 0 || shapeOf(next) === shapeOf(before)) return next;
  return withFrozen(next, nothing);
}

/** Ascending, without what was there already. */
function toggled(indices: readonly number[], index: number): readonly number[] {
  const others = indices.filter((known) => known !== index);
  return others.length < indices.length ? others : [...others, index].sort((a, b) => a - b);
}

function withFrozen(experiment: Experiment, frozen: Frozen): Experiment {
  return { ...experiment, training: { ...experiment.training, frozen } };
}

/** The widths of all layers, inputs first; where they are the same, every weight has its old place. */
function shapeOf({ data, model }: Experiment): string {
  const hidden = model.hidden.map(({ units }) => units);
  return [presentFeatures(data).length, ...hidden, outputUnits(data, model.outputActivation)].join();
}
