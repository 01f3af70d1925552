/**
 * Where a value stands on a slider, and which values its positions have. Positions are 0 … last; only whole ones are
 * reached by dragging, and they have round values, while a typed value may stand between two of them.
 */
export interface ScaleOptions {
  readonly range: readonly [number, number];
  readonly scale: 'linear' | 'log';
  /** Linear scales: distance of two positions. Default: a hundredth of the range, or 1 for whole numbers. */
  readonly step?: number | undefined;
  readonly integer?: boolean | undefined;
  /** Log scales: position 0 is the value 0, position 1 is range[0]. */
  readonly zeroAllowed?: boolean | undefined;
  /** The values of the positions, ascending, instead of round ones. */
  readonly stops?: readonly number[] | undefined;
}

export interface SliderScale {
  /** The position at the right end. */
  readonly last: number;
  /** How many positions PageUp goes. */
  readonly page: number;
  /** The value of a whole position. */
  readonly valueAt: (position: number) => number;
  /** The position of any value in the range; between whole ones it is a fraction. */
  readonly positionOf: (value: number) => number;
}

/** Ten round numbers a decade, about equally far apart on a logarithmic scale. */
const mantissas = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8] as const;

/** Throws RangeError if there are fewer than two positions, or a log scale reaches 0 or below. */
export function createScale(options: ScaleOptions): SliderScale {
  const [low, high] = options.range;
  if (!(low < high)) throw new RangeError(`a slider needs low < high, got ${low} and ${high}`);
  if (options.stops) return listScale(options.stops, options.scale, Math.ceil(options.stops.length / 10));
  if (options.scale === 'linear') return linearScale(options);
  if (low <= 0) throw new RangeError(`a log scale begins above 0, not at ${low}`);
  const round = roundStops(low, high, options.integer ?? false);
  return listScale(options.zeroAllowed ? [0, ...round] : round, 'log', mantissas.length);
}

/** The next round value above or below, `by` positions away (infinitely many: the end of the scale). */
export function stepFrom(scale: SliderScale, value: number, by: number): number {
  const position = scale.positionOf(value);
  const from = by > 0 ? Math.floor(position + 1e-9) : Math.ceil(position - 1e-9);
  return scale.valueAt(Math.min(Math.max(from + by, 0), scale.last));
}

function linearScale({ range: [low, high], step, integer }: ScaleOptions): SliderScale {
  const distance = step ?? (integer ? 1 : (high - low) / 100);
  const last = Math.max(1, Math.ceil((high - low) / distance - 1e-9));
  return {
    last,
    page: Math.max(1, Math.round(last / 10)),
    valueAt: (position) => (position >= last ? high : tidy(low + position * distance)),
    positionOf: (value) => Math.min(Math.max((value - low) / distance, 0), last),
  };
}

function listScale(stops: readonly number[], scale: ScaleOptions['scale'], page: number): SliderScale {
  const last = stops.length - 1;
  if (last < 1) throw new RangeError(`a slider needs two positions, got ${stops.length}`);
  const at = (position: number) => stops[Math.min(Math.max(position, 0), last)] as number;
  return {
    last,
    page,
    valueAt: at,
    positionOf(value) {
      const above = stops.findIndex((stop) => stop >= value);
      if (above < 0) return last;
      if (above === 0) return 0;
      return above - 1 + shareBetween(at(above - 1), at(above), value, scale);
    },
  };
}

function shareBetween(low: number, high: number, value: number, scale: ScaleOptions['scale']): number {
  if (scale === 'log' && low > 0) return Math.log(value / low) / Math.log(high / low);
  return (value - low) / (high - low);
}

function roundStops(low: number, high: number, integer: boolean): readonly number[] {
  const stops = [low];
  for (let decade = Math.floor(Math.log10(low)); decade <= Math.ceil(Math.log10(high)); decade++) {
    for (const mantissa of mantissas) {
      const value = Number(`${mantissa}e${decade}`);
      if (value > low && value < high && !(integer && !Number.isInteger(value))) stops.push(value);
    }
  }
  return [...stops, high];
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
