/**
 * Two halves of a disc with an empty band between them. The border is slanted, so that neither input alone is enough;
 * at the default noise the band stays empty for 10,000 points.
 */
import type { Random } from '../../random';
import { classDataset, type Position } from './classDataset';

const RADIUS = 5;
const HALF_BAND = 0.8;
/** Unit vector across the border, towards y = 1: cos and sin of 60°. */
const ACROSS = [0.5, Math.sqrt(3) / 2] as const;

function place(label: number, _along: number, random: Random): Position {
  for (;;) {
    const along = RADIUS * (2 * random.uniform() - 1);
    const distance = RADIUS * random.uniform();
    if (distance < HALF_BAND || along * along + distance * distance > RADIUS * RADIUS) continue;
    const across = label === 1 ? distance : -distance;
    return [across * ACROSS[0] - along * ACROSS[1], across * ACROSS[1] + along * ACROSS[0]];
  }
}

export const separable = classDataset({
  id: 'separable',
  name: { en: 'Linearly separable', zh: '线性可分' },
  phrase: { en: 'linearly separable points', zh: '线性可分的点' },
  classes: [2, 2],
  defaultNoise: 0.1,
  defaultPoints: 300,
  shape: () => place,
});
