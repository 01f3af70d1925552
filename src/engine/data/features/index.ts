/** Every input feature, in the order of the menu. A new one is a file beside this one and a line here. */
import type { Feature } from '../feature';
import { cosX1 } from './cosX1';
import { cosX2 } from './cosX2';
import { radius } from './radius';
import { sinX1 } from './sinX1';
import { sinX2 } from './sinX2';
import { x1 } from './x1';
import { x1Cubed } from './x1Cubed';
import { x1Squared } from './x1Squared';
import { x1x2 } from './x1x2';
import { x2 } from './x2';
import { x2Cubed } from './x2Cubed';
import { x2Squared } from './x2Squared';

export const features = {
  x1,
  x2,
  x1Squared,
  x2Squared,
  x1x2,
  x1Cubed,
  x2Cubed,
  sinX1,
  sinX2,
  cosX1,
  cosX2,
  radius,
} as const satisfies Record<string, Feature>;

export type FeatureId = keyof typeof features;
