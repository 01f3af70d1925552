/** The losses, in the order of the menu. */
import { binaryCrossentropy } from './binaryCrossentropy';
import { categoricalCrossentropy } from './categoricalCrossentropy';
import type { Loss } from './loss';
import { squaredError } from './squaredError';

export const losses = {
  binaryCrossentropy,
  categoricalCrossentropy,
  squaredError,
} as const satisfies Record<string, Loss>;

export type LossId = keyof typeof losses;
