/** The colour of a layer's line: one hue from pale for the first layer to deep for the last, whatever the theme. For CSS and SVG. */

/** Share of the accent in the palest line: still told from the paper. */
const PALEST = 58;
/** Share of the ink in the deepest. */
const DEEPEST = 55;

export function layerColour(layer: number, layers: number): string {
  const place = layers > 1 ? layer / (layers - 1) : 1;
  if (place < 0.5) {
    const accent = PALEST + (100 - PALEST) * 2 * place;
    return `color-mix(in oklab, var(--accent) ${accent.toFixed(0)}%, var(--card))`;
  }
  const ink = DEEPEST * (2 * place - 1);
  return `color-mix(in oklab, var(--ink) ${ink.toFixed(0)}%, var(--accent))`;
}
