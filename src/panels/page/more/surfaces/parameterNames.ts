/** What single weights and biases are called on the axes of the cost surface and in its menus. Pure; words come from `Naming`. */
import type { NetworkPlan, UnitRef } from '../../../../engine/model/network';
import type { SurfaceDirections } from '../../../../engine/training/costSurface/surfaceQuestion';
import { endName, type Naming, sourceName } from '../../../shared/unitNames';

/** A weight or a bias: into `unit` of `layer`, from a unit of the layer before, or null for the bias. */
export interface ParameterRef extends UnitRef {
  readonly from: number | null;
}

/** Which parameter lies at this place of the layout. Throws RangeError beyond it. */
export function parameterAt({ layers, parameterCount }: NetworkPlan, index: number): ParameterRef {
  for (const [layer, { inputs, units, kernelOffset, biasOffset }] of layers.entries()) {
    if (index < kernelOffset || index >= biasOffset + units) continue;
    if (index >= biasOffset) return { layer, unit: index - biasOffset, from: null };
    const place = index - kernelOffset;
    return { layer, unit: place % units, from: Math.min(inputs - 1, Math.floor(place / units)) };
  }
  throw new RangeError(`there is no parameter ${index} of ${parameterCount}`);
}

/** "w of x₁", "b", "x₁ → hidden 1, unit 3", "b of hidden 1, unit 3". */
function parameterName(naming: Naming, index: number): string {
  const { t, plan } = naming;
  const { layer, unit, from } = parameterAt(plan, index);
  const isOnly = plan.unitCount === 1;
  const to = endName(naming, { layer, unit });
  if (from === null) return isOnly ? 'b' : t('costSurface.biasOf', { to });
  const source = sourceName(naming, { layer: layer - 1, unit: from });
  return isOnly ? t('costSurface.weightOfOne', { from: source }) : `${source} → ${to}`;
}

/** null for directions in a network that has gone. */
export function axisNames(naming: Naming, directions: SurfaceDirections | null): { x: string; y: string } {
  const { t } = naming;
  switch (directions?.kind) {
    case undefined:
      return { x: t('costSurface.across'), y: t('costSurface.up') };
    case 'pair':
      return { x: parameterName(naming, directions.first), y: parameterName(naming, directions.second) };
    case 'random':
      return { x: t('costSurface.direction', { n: 1 }), y: t('costSurface.direction', { n: 2 }) };
    case 'principal':
      return { x: t('costSurface.principalAxis', { n: 1 }), y: t('costSurface.principalAxis', { n: 2 }) };
  }
}
