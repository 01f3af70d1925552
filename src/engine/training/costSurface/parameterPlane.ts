/** A plane through the space of all weights and biases: its points have two coordinates, other parameters a nearest point on it. */
export interface ParameterPlane {
  /** [parameterCount] */
  readonly origin: Float32Array;
  /** Added to the origin as often as the first coordinate says. Neither unit nor orthogonal in general. [parameterCount] */
  readonly first: Float32Array;
  readonly second: Float32Array;
}

export interface PlanePlace {
  readonly x: number;
  readonly y: number;
  /** Euclidean distance of the parameters from the plane. */
  readonly away: number;
}

/** Parameters at (x, y), rounded to float32 as devices hold them. */
export function parametersAt({ origin, first, second }: ParameterPlane, x: number, y: number): Float32Array {
  return origin.map((value, i) => value + x * (first[i] as number) + y * (second[i] as number));
}

/** The nearest place on the plane (least squares); the coordinate of a direction without length is 0. */
export function placeOn(
  { origin, first, second }: ParameterPlane,
  parameters: ArrayLike<number>,
): PlanePlace {
  let [aa, ab, bb, ad, bd, dd] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < origin.length; i++) {
    const a = first[i] as number;
    const b = second[i] as number;
    const d = (parameters[i] as number) - (origin[i] as number);
    aa += a * a;
    ab += a * b;
    bb += b * b;
    ad += a * d;
    bd += b * d;
    dd += d * d;
  }
  const determinant = aa * bb - ab * ab;
  const isFlat = determinant <= 1e-12 * aa * bb;
  const x = isFlat ? (aa > 0 ? ad / aa : 0) : (ad * bb - bd * ab) / determinant;
  const y = isFlat ? 0 : (bd * aa - ad * ab) / determinant;
  const shadow = x * ad + y * bd;
  return { x, y, away: Math.sqrt(Math.max(0, dd - shadow)) };
}

/** Two parameters vary, with their own values as coordinates; all others stay as they are. */
export function pairPlane(parameters: Float32Array, first: number, second: number): ParameterPlane {
  const origin = parameters.slice();
  origin[first] = 0;
  origin[second] = 0;
  const unit = (index: number) => {
    const direction = new Float32Array(parameters.length);
    direction[index] = 1;
    return direction;
  };
  return { origin, first: unit(first), second: unit(second) };
}
