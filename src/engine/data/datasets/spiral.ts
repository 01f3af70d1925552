/**
 * Archimedean spiral arms, one a class, points evenly spaced along each arm. More arms turn less: from arm to arm
 * there remain 1.3 to 1.7 units of radius, so that all of them can be learned by a small network.
 */
import { type CleanShape, classDataset } from './classDataset';

const classes = [2, 4] as const;
const INNER_RADIUS = 0.7;
const OUTER_RADIUS = 5.1;
/** Turns of an arm, from 2 arms to 4. */
const TURNS = [1.5, 1.2, 1] as const;

function onArm(arms: number): CleanShape {
  const turns = TURNS[arms - classes[0]] ?? 1;
  return (label, along) => {
    const inner = INNER_RADIUS / OUTER_RADIUS;
    const share = Math.sqrt(inner * inner + along * (1 - inner * inner));
    const angle = 2 * Math.PI * (turns * share + label / arms);
    return [OUTER_RADIUS * share * Math.cos(angle), OUTER_RADIUS * share * Math.sin(angle)];
  };
}

export const spiral = classDataset({
  id: 'spiral',
  name: { en: 'Spiral', zh: '螺旋' },
  phrase: { en: 'spiral arms', zh: '螺旋臂' },
  classes,
  defaultNoise: 0.12,
  shape: onArm,
});
