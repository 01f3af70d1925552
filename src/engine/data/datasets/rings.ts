/** Shapes around the middle of the plane, which no line separates and squared coordinates do. */
import type { Random } from '../../random';
import { type CleanShape, classDataset, type Position } from './classDataset';

function onCircle(radius: number, along: number): Position {
  const angle = 2 * Math.PI * along;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
}

const DISC_RADIUS = 2.2;
const RING_INNER_RADIUS = 3.5;
const RING_OUTER_RADIUS = 5;

function inDiscOrRing(label: number, along: number, random: Random): Position {
  const inner = label === 0 ? 0 : RING_INNER_RADIUS;
  const outer = label === 0 ? DISC_RADIUS : RING_OUTER_RADIUS;
  return onCircle(Math.sqrt(inner * inner + random.uniform() * (outer * outer - inner * inner)), along);
}

/** A disc (y = 0) inside a ring (y = 1), both filled evenly by area. */
export const circle = classDataset({
  id: 'circle',
  name: { en: 'Disc in a ring', zh: '圆盘与圆环' },
  phrase: { en: 'a disc and a ring', zh: '圆盘与圆环' },
  classes: [2, 2],
  defaultNoise: 0.2,
  shape: () => inDiscOrRing,
});

const OUTER_RADIUS = 4.8;

function onRing(rings: number): CleanShape {
  return (label, along) => onCircle((OUTER_RADIUS * (label + 1)) / rings, along);
}

/** Concentric rings with equal gaps, the innermost class first. */
export const rings = classDataset({
  id: 'rings',
  name: { en: 'Concentric rings', zh: '同心圆环' },
  phrase: { en: 'concentric rings', zh: '同心圆环' },
  classes: [2, 4],
  defaultNoise: 0.18,
  shape: onRing,
});
