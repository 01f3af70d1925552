/** What has to be set for the run to stand at a place of the surface. */
import type { PlanePosition } from '../../../../drawings/surface/costPicture';
import { parametersAt } from '../../../../engine/training/costSurface/parameterPlane';
import type { CostSurface } from '../../../../engine/training/costSurface/surfaceQuestion';
import type { WeightChange } from '../../../../engine/training/snapshot';

/** The two parameters of a pair; along directions every one that moves, so that J becomes what the picture says. */
export function changesTo({ question, plane }: CostSurface, { x, y }: PlanePosition): WeightChange[] {
  const { directions } = question;
  if (directions.kind === 'pair') {
    return [
      { index: directions.first, value: x },
      { index: directions.second, value: y },
    ];
  }
  return Array.from(parametersAt(plane, x, y), (value, index) => ({ index, value }));
}
