/**
 * Blades that leave the middle and bend the same way, each a class. A blade is a filled leaf: widest at 60 % of its
 * length, and turned by BEND between foot and tip.
 */
import { type CleanShape, classDataset } from './classDataset';

const classes = [2, 4] as const;
const FOOT_RADIUS = 0.35;
const TIP_RADIUS = 5.3;
const BEND = 0.45 * Math.PI;
/** Half the width of a blade where it is widest, plane units, from 2 blades to 4. */
const HALF_WIDTHS = [1.3, 1.2, 1] as const;

function inBlade(blades: number): CleanShape {
  const widest = HALF_WIDTHS[blades - classes[0]] ?? 1;
  return (label, _along, random) => {
    for (;;) {
      const t = random.uniform();
      const sideways = widest * (2 * random.uniform() - 1);
      if (Math.abs(sideways) > widest * Math.sin(Math.PI * t ** 1.36)) continue;
      const outwards = FOOT_RADIUS + t * (TIP_RADIUS - FOOT_RADIUS);
      const angle = (2 * Math.PI * label) / blades + BEND * t;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return [outwards * cos - sideways * sin, outwards * sin + sideways * cos];
    }
  };
}

export const pinwheel = classDataset({
  id: 'pinwheel',
  name: { en: 'Pinwheel', zh: '风车' },
  phrase: { en: 'pinwheel blades', zh: '风车的叶片' },
  classes,
  defaultNoise: 0.12,
  shape: inBlade,
});
