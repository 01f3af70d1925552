/** Blobs: the clean shape is one centre a class, so noise is the standard deviation of each blob. */
import type { Place, Position } from './drawClasses';

/** Places class k at centre k; the dataset's class range must match the number of centres. */
export function atCentres(centres: readonly Position[]): Place {
  return (label) => {
    const centre = centres[label];
    if (!centre) throw new RangeError(`there is no centre for class ${label}`);
    return centre;
  };
}
