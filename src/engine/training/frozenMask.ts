/** What the document freezes, as a device wants to be told: one flag a parameter. */
import type { Frozen } from '../experiment';
import type { NetworkPlan } from '../model/network';

/** 1 for a frozen weight or bias, else 0 [parameterCount]; null where nothing is frozen. */
export function frozenMask(network: NetworkPlan, { layers, parameters }: Frozen): Uint8Array | null {
  if (layers.length === 0 && parameters.length === 0) return null;
  const mask = new Uint8Array(network.parameterCount);
  for (const index of parameters) mask[index] = 1;
  for (const index of layers) {
    const layer = network.layers[index];
    if (layer) mask.fill(1, layer.kernelOffset, layer.biasOffset + layer.units);
  }
  return mask;
}
