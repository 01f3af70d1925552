/** Two interleaved half circles of radius 3, centred as a pair: each one's tip lies in the other's hollow. */
import { classDataset, type Position } from './classDataset';

const RADIUS = 3;
/** From the middle of the pair to the centre of the upper moon; the lower moon is its mirror image through the middle. */
const TO_CENTRE = [-1.5, -0.75] as const;

function place(label: number, along: number): Position {
  const angle = Math.PI * along;
  const x1 = TO_CENTRE[0] + RADIUS * Math.cos(angle);
  const x2 = TO_CENTRE[1] + RADIUS * Math.sin(angle);
  return label === 0 ? [x1, x2] : [-x1, -x2];
}

export const moons = classDataset({
  id: 'moons',
  name: { en: 'Two moons', zh: '双月' },
  phrase: { en: 'two moons', zh: '两弯月牙' },
  classes: [2, 2],
  defaultNoise: 0.3,
  shape: () => place,
});
