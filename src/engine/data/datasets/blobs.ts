/** Blobs: the clean shape is one centre a class, so that noise is the standard deviation of each blob. */
import type { Dataset } from '../dataset';
import { type CleanShape, classDataset, type Position } from './classDataset';

/** Places class k at centre k; the class range must match the number of centres. */
function atCentres(centres: readonly Position[]): () => CleanShape {
  return () => (label) => {
    const centre = centres[label];
    if (!centre) throw new RangeError(`there is no centre for class ${label}`);
    return centre;
  };
}

const HALF_SIDE = 1.5 * Math.sqrt(3);

export const blobs = {
  /** Of the course lab on softmax regression: staggered left to right. */
  blobs: classDataset({
    id: 'blobs',
    name: { en: 'Four blobs', zh: '四团点' },
    phrase: { en: 'four blobs', zh: '四团点' },
    classes: [4, 4],
    plane: { x: [-8, 8], y: [-8, 8] },
    defaultNoise: 1,
    shape: atCentres([
      [-5, 2],
      [-2, -2],
      [1, 2],
      [5, -2],
    ]),
  }),
  /** One in the middle of each quadrant: class k lies in quadrant k + 1. */
  cornerBlobs: classDataset({
    id: 'cornerBlobs',
    name: { en: 'Corner blobs', zh: '四角的四团点' },
    phrase: { en: 'four corner blobs', zh: '四角的四团点' },
    classes: [4, 4],
    defaultNoise: 0.9,
    shape: atCentres([
      [3, 3],
      [-3, 3],
      [-3, -3],
      [3, -3],
    ]),
  }),
  /** On an equilateral triangle: the smallest case where softmax is more than logistic regression. */
  threeBlobs: classDataset({
    id: 'threeBlobs',
    name: { en: 'Three blobs', zh: '三团点' },
    phrase: { en: 'three blobs', zh: '三团点' },
    classes: [3, 3],
    defaultNoise: 0.9,
    defaultPoints: 300,
    shape: atCentres([
      [0, 3],
      [-HALF_SIDE, -1.5],
      [HALF_SIDE, -1.5],
    ]),
  }),
  /** They overlap a little: the best possible classifier is a line, and it still errs on about 1 in 60. */
  gaussians: classDataset({
    id: 'gaussians',
    name: { en: 'Two Gaussians', zh: '两个高斯分布' },
    phrase: { en: 'two Gaussians', zh: '两个高斯分布的点' },
    classes: [2, 2],
    defaultNoise: 1,
    shape: atCentres([
      [-1.5, -1.5],
      [1.5, 1.5],
    ]),
  }),
} satisfies Record<string, Dataset>;
