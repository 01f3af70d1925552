/** Small text of the drawings in CSS pixels: 0.75 rem, so that it follows the browser's setting and the large type of Present. */
export function smallTextPx(): number {
  return 0.75 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
