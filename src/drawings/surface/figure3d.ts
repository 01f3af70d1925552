/** What a three-dimensional figure shows, in numbers: a surface over a rectangle, and marks on or about it. Knows no Plotly. */
import type { Rgb } from '../colours';

export interface SurfaceGrid {
  /** Ascending. [column] */
  readonly x: readonly number[];
  /** Ascending. [row] */
  readonly y: readonly number[];
  /** Heights; null for a gap. [row][column] */
  readonly z: readonly (readonly (number | null)[])[];
}

export type MarkSymbol =
  | 'circle'
  | 'circle-open'
  | 'cross'
  | 'triangle'
  | 'triangle-open'
  | 'square'
  | 'square-open'
  | 'times';

/** Marks of one look, joined by a line or not. */
export interface Marks {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly z: readonly number[];
  readonly symbol: MarkSymbol;
  readonly colour: Rgb;
  readonly sizePx: number;
  /** Width of the line that joins them; 0 for none. */
  readonly linePx: number;
  /** Colour of an edge about each, so that it stands off the surface; null for none. */
  readonly edge: Rgb | null;
}

export interface AxisLook {
  readonly title: string;
  readonly range: readonly [number, number];
  /** Where numbers are written and what they say; null for those that Plotly finds. */
  readonly ticks: { readonly at: readonly number[]; readonly text: readonly string[] } | null;
}

export interface Figure3d {
  readonly grid: SurfaceGrid;
  readonly axes: { readonly x: AxisLook; readonly y: AxisLook; readonly z: AxisLook };
  /** Colours of the heights, low to high, evenly spaced. */
  readonly colours: readonly Rgb[];
  /** The heights that the first and the last colour stand for. */
  readonly colourRange: readonly [number, number];
  /** Heights at which a line is drawn on the surface: the first, the last and the step; null for none. */
  readonly lines: { readonly from: number; readonly to: number; readonly step: number } | null;
  /** 0–1 */
  readonly opacity: number;
}
