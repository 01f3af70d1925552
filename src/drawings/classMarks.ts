/**
 * How classes are told apart: a shape and a colour each (Okabe–Ito, so also for colour-blind eyes). Class indices wrap round
 * after the fourth. In the dark theme blue, vermillion and green are lighter, to stand out from a dark plane.
 */

export const COLOUR_COUNT = 4;

/** For text such as a chip or a table; drawings trace the mark itself. */
export const classSymbols = ['○', '×', '△', '□'] as const;

/** `var(--c1)` and so on: for CSS and SVG. */
export function classColour(classIndex: number): string {
  return `var(--c${(classIndex % COLOUR_COUNT) + 1})`;
}

/** What a mark needs of a canvas path; `Path2D` will do. */
export type MarkPath = Pick<CanvasPath, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>;

/**
 * Traces the mark of a class round (x, y), ready to be stroked (and filled, except ×, which has no inside). `radius` is that of
 * the circle; the other marks are sized to look as heavy.
 */
export function traceMark(path: MarkPath, classIndex: number, x: number, y: number, radius: number): void {
  const shape = classIndex % COLOUR_COUNT;
  if (shape === 0) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 2 * Math.PI);
    path.closePath();
    return;
  }
  for (const stroke of strokes[shape - 1]!) {
    stroke.forEach(([dx, dy], i) => {
      if (i === 0) path.moveTo(x + dx * radius, y + dy * radius);
      else path.lineTo(x + dx * radius, y + dy * radius);
    });
    if (stroke.length > 2) path.closePath();
  }
}

/** Whether the mark encloses an area that can be filled. */
export function hasInside(classIndex: number): boolean {
  return classIndex % COLOUR_COUNT !== 1;
}

/** ×, △ and □ as polylines for radius 1, y downwards; three corners or more are closed. */
const strokes: readonly (readonly (readonly [number, number])[])[][] = [
  [
    [
      [-0.92, -0.92],
      [0.92, 0.92],
    ],
    [
      [0.92, -0.92],
      [-0.92, 0.92],
    ],
  ],
  [
    [
      [0, -1.2],
      [1.14, 0.8],
      [-1.14, 0.8],
    ],
  ],
  [
    [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
  ],
];
