/** From the activations of a layer to a picture of two dimensions: a linear view of the space its units span. */

/** Values of several units at several places. */
export interface Samples {
  /** [unit][place] */
  readonly values: Float32Array;
  readonly units: number;
  readonly places: number;
}

/** Two directions in the space of the units. [axis][unit] */
export type Axes = readonly [Float64Array, Float64Array];

export interface Projection {
  /** What lies at the origin of the picture. [unit] */
  readonly centre: Float64Array;
  readonly axes: Axes;
}

/** The activations of two units as they are. */
export function unitProjection(units: number, across: number, up: number): Projection {
  const axis = (chosen: number) => Float64Array.from({ length: units }, (_, unit) => Number(unit === chosen));
  return { centre: new Float64Array(units), axes: [axis(across), axis(up)] };
}

/** Coordinate of every place along one axis. A unit without a part in the axis has none in the result. [place] */
export function project({ values, units, places }: Samples, { centre, axes }: Projection, axis: 0 | 1) {
  const along = new Float64Array(places);
  for (let unit = 0; unit < units; unit++) {
    const weight = axes[axis][unit]!;
    if (weight === 0) continue;
    const middle = centre[unit]!;
    const start = unit * places;
    for (let i = 0; i < places; i++) along[i]! += weight * (values[start + i]! - middle);
  }
  return along;
}
