/**
 * The learner's own points as whole numbers of a thousandth, which takes a third of the characters. Where the plane or the points are
 * less than a unit across, the steps are finer: always a thousandth of that, or less.
 */
import type { DataSpec, OwnSource, PresetSource } from '../engine/experiment';

const columns = ['x1', 'x2', 'y'] as const;

/** `decimals` says for each of the columns where the point of its numbers stands. */
interface PackedSource extends OwnSource {
  readonly decimals: readonly number[];
}

export function packPoints(data: DataSpec): PresetSource | PackedSource {
  const { source } = data;
  if (source.kind === 'preset') return source;
  const decimals = decimalsOf(data, source);
  const packed = (index: number) => {
    const scale = 10 ** (decimals[index] ?? 0);
    return source[columns[index] as 'y'].map((value) => (scale === 1 ? value : Math.round(value * scale)));
  };
  return { kind: 'own', x1: packed(0), x2: packed(1), y: packed(2), decimals };
}

/** The decimals of the most precise column, where a value loses some of its own; else null. */
export function roundedTo(data: DataSpec): number | null {
  const { source } = data;
  if (source.kind === 'preset') return null;
  const decimals = decimalsOf(data, source);
  const isRounded = columns.some((column, index) => {
    const scale = 10 ** (decimals[index] ?? 0);
    return scale !== 1 && source[column].some((value) => Math.round(value * scale) / scale !== value);
  });
  return isRounded ? Math.max(...decimals) : null;
}

/** 0 also for numbers that stay as they are. */
function decimalsOf({ task, inputs, plane }: DataSpec, { x1, x2, y }: OwnSource): readonly number[] {
  const length = ([low, high]: readonly [number, number]) => high - low;
  const upright = length(plane.y);
  return [
    decimalsFor(x1, length(plane.x)),
    inputs === 1 ? 0 : decimalsFor(x2, upright),
    task === 'classification' ? 0 : decimalsFor(y, inputs === 1 ? upright : Number.POSITIVE_INFINITY),
  ];
}

const usualDecimals = 3;
/** Powers of ten are exact up to here. */
const mostDecimals = 22;

function decimalsFor(values: readonly number[], planeLength: number): number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const spread = high > low ? Math.min(high - low, planeLength) : planeLength;
  const finer = Number.isFinite(spread) ? -Math.floor(Math.log10(spread)) : 0;
  const decimals = usualDecimals + Math.max(0, finer);
  const most = Math.max(Math.abs(low), Math.abs(high)) * 10 ** decimals;
  return decimals <= mostDecimals && most < Number.MAX_SAFE_INTEGER ? decimals : 0;
}

/** Gives the points of a link their decimals back; what is no such link is handed on for the checks of the document. */
export function unpackPoints(input: unknown): unknown {
  if (!isRecord(input) || !isRecord(input.data) || !isRecord(input.data.source)) return input;
  const { decimals, ...source } = input.data.source;
  if (!Array.isArray(decimals) || !decimals.every(isPlace)) return input;
  const unpacked = { ...source };
  columns.forEach((column, index) => {
    const [values, places] = [source[column], decimals[index] as unknown];
    if (!Array.isArray(values) || typeof places !== 'number' || places === 0) return;
    const scale = 10 ** places;
    unpacked[column] = values.map((value: unknown) => (typeof value === 'number' ? value / scale : value));
  });
  return { ...input, data: { ...input.data, source: unpacked } };
}

function isPlace(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= mostDecimals;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
