/** A surface made ready for its pictures, and the run as it goes about on it. */

import { useMemo } from 'react';
import { digits } from '../../../../drawings/figure';
import {
  type CostPicture,
  costAt,
  costPicture,
  type PlanePosition,
} from '../../../../drawings/surface/costPicture';
import { followTrail, type Trail } from '../../../../drawings/surface/trail';
import { constant, type ReadableStore } from '../../../../engine/readableStore';
import type { CostSurface } from '../../../../engine/training/costSurface/surfaceQuestion';
import { currentSnapshot } from '../../../../store/derived';
import { useWords } from '../../../controls/useWords';

export interface ShownCost {
  readonly picture: CostPicture;
  readonly trail: ReadableStore<Trail>;
  /** A place and J there, in words. */
  readonly reading: (place: PlanePosition) => string;
}

/** A run that the surface is not of has no place on it. */
const nobody: typeof currentSnapshot = constant(null);

export function useCostPicture(
  surface: CostSurface,
  isLog: boolean,
  axes: CostPicture['axes'],
  isOfRun: boolean,
): ShownCost {
  const { t } = useWords();
  const picture = useMemo(() => costPicture(surface, isLog, axes), [surface, isLog, axes]);
  const trail = useMemo(() => followTrail(surface, isOfRun ? currentSnapshot : nobody), [surface, isOfRun]);
  const reading = useMemo(() => {
    const word = (cost: number) => (Number.isFinite(cost) ? digits(cost, 4) : t('costSurface.noCost'));
    return (place: PlanePosition) =>
      t('costSurface.reading', {
        ...axes,
        atX: digits(place.x, 3),
        atY: digits(place.y, 3),
        cost: word(costAt(surface, place)),
      });
  }, [surface, axes, t]);
  return useMemo(() => ({ picture, trail, reading }), [picture, trail, reading]);
}
