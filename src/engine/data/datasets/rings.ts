/** Concentric rings with equal gaps, the innermost class first. */
import type { Dataset } from '../dataset';
import { drawClasses, type Place } from './drawClasses';

const classes = [2, 4] as const;
const OUTER_RADIUS = 4.8;

function onRing(rings: number): Place {
  return (label, along) => {
    const radius = (OUTER_RADIUS * (label + 1)) / rings;
    const angle = 2 * Math.PI * along;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  };
}

export const rings = {
  id: 'rings',
  name: { en: 'Concentric rings', zh: '同心圆环' },
  phrase: { en: 'concentric rings', zh: '同心圆环' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.18,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, onRing(options.classes)),
} satisfies Dataset;
