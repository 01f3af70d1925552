/** Colours of class regions. Weak enough that marks and tick numbers stand out from them, in both themes. */
import { mix, type Rgb } from '../colours';
import type { Theme } from '../theme';

type Ground = Pick<Theme, 'isDark' | 'plane'>;

/** Share of the class colour where the model is certain. */
function strongest({ isDark }: Ground): number {
  return isDark ? 0.32 : 0.42;
}

/** Paper where undecided (0), the strongest tint where certain (1). */
export function classTint(ground: Ground, colour: Rgb, confidence: number): Rgb {
  return mix(ground.plane, colour, strongest(ground) * confidence);
}

export function flatTint(ground: Ground, colour: Rgb): Rgb {
  return mix(ground.plane, colour, strongest(ground) * 0.8);
}
