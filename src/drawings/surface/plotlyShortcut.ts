/**
 * Moves what is drawn without Plotly working out the whole figure again, which takes the page twenty milliseconds instead of less than
 * one. Reaches for what Plotly 4.1.1 keeps to itself, so everything is looked for first, and `false` says that the long way is needed.
 */
import type { Marks, SurfaceGrid } from './figure3d';

/** Coordinates as Plotly reads them. */
export interface Coordinates {
  x: number[];
  y: number[];
  z: (number | null)[] | (number | null)[][];
}

interface FullTrace extends Coordinates {
  readonly uid: string;
  _length: number;
}

interface DrawnTrace {
  update(data: FullTrace): void;
  /** Of a surface: whether Plotly fills its grid up to finer ones, and by how much it did. */
  refineData?: boolean;
  dataScaleX?: number;
  dataScaleY?: number;
}

interface PlotlyInside {
  readonly data?: Coordinates[];
  readonly _fullData?: FullTrace[];
  readonly _fullLayout?: {
    readonly scene?: {
      readonly _scene?: { readonly traces?: Record<string, DrawnTrace>; recoverContext?: () => void };
    };
  };
}

interface Found {
  readonly given: Coordinates;
  readonly full: FullTrace;
  readonly drawn: DrawnTrace;
}

/** The heights of the surface, whose grid stays as it is. */
export function raiseSurface(element: HTMLElement, z: SurfaceGrid['z']): boolean {
  const surface = find(element, 0);
  if (!surface) return false;
  surface.drawn.refineData = false;
  surface.drawn.dataScaleX = 1;
  surface.drawn.dataScaleY = 1;
  update(surface, { x: surface.full.x, y: surface.full.y, z: z.map((row) => [...row]) });
  return true;
}

/** The marks behind the surface, all of them. */
export function moveMarks(element: HTMLElement, marks: readonly Pick<Marks, 'x' | 'y' | 'z'>[]): boolean {
  const found = marks.map((_, i) => find(element, i + 1));
  if (!found.every((trace) => trace !== null)) return false;
  marks.forEach(({ x, y, z }, i) => {
    const trace = found[i]!;
    update(trace, { x: [...x], y: [...y], z: [...z] });
  });
  return true;
}

/**
 * After every change Plotly reads back what lies under each pixel, in case a pointer comes, and the page waits for the graphics
 * processor meanwhile. This lets it read only while `isWanted`.
 */
export function readBackOnly(element: HTMLElement, isWanted: () => boolean): void {
  const context = element.querySelector('canvas')?.getContext('webgl');
  if (!context) return;
  const read = context.readPixels.bind(context);
  context.readPixels = (...parameters: Parameters<typeof read>) => {
    if (isWanted()) read(...parameters);
  };
}

/** Plotly waits frame by frame for a lost context to come back, also when the figure has long been freed, and fails then. */
export function leaveLostContext(element: HTMLElement): void {
  const scene = (element as PlotlyInside)._fullLayout?.scene?._scene;
  if (scene?.recoverContext) scene.recoverContext = () => {};
}

function find(element: HTMLElement, index: number): Found | null {
  const { data, _fullData, _fullLayout } = element as PlotlyInside;
  const given = data?.[index];
  const full = _fullData?.[index];
  const drawn = full && _fullLayout?.scene?._scene?.traces?.[full.uid];
  return given && drawn && typeof drawn.update === 'function' ? { given, full, drawn } : null;
}

function update({ given, full, drawn }: Found, coordinates: Coordinates): void {
  // Both, so that a later computation from scratch finds the same.
  Object.assign(given, coordinates);
  Object.assign(full, coordinates);
  if (!Array.isArray(coordinates.z[0])) full._length = coordinates.x.length;
  drawn.update(full);
}
