/** For tests only: a light theme in which only what tests ask about has a colour of its own. */
import type { Theme } from '../../src/drawings/theme';

const grey = [128, 128, 128] as const;

export const testTheme: Theme = {
  isDark: false,
  plane: [255, 255, 255],
  paper: grey,
  ink: [0, 0, 0],
  soft: grey,
  line: grey,
  accent: [47, 75, 143],
  positive: grey,
  negative: grey,
  classes: [grey, grey, grey, grey],
  font: 'sans-serif',
  textPx: 12,
};
