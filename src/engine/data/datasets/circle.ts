/** A disc (y = 0) inside a ring (y = 1), both filled evenly by area: no line separates them, x₁² + x₂² does. */
import type { Random } from '../../random';
import type { Dataset } from '../dataset';
import { drawClasses, type Position } from './drawClasses';

const classes = [2, 2] as const;
const DISC_RADIUS = 2.2;
const RING_INNER_RADIUS = 3.5;
const RING_OUTER_RADIUS = 5;

function place(label: number, along: number, random: Random): Position {
  const inner = label === 0 ? 0 : RING_INNER_RADIUS;
  const outer = label === 0 ? DISC_RADIUS : RING_OUTER_RADIUS;
  const radius = Math.sqrt(inner * inner + random.uniform() * (outer * outer - inner * inner));
  const angle = 2 * Math.PI * along;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

export const circle = {
  id: 'circle',
  name: { en: 'Disc in a ring', zh: '圆盘与圆环' },
  phrase: { en: 'a disc and a ring', zh: '圆盘与圆环' },
  task: 'classification',
  inputs: 2,
  classes,
  plane: { x: [-6, 6], y: [-6, 6] },
  defaultNoise: 0.2,
  defaultPoints: 400,
  generate: (options, random) => drawClasses(options, classes, random, place),
} satisfies Dataset;
