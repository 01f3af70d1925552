/** The points and the grid of the plane as a hidden layer sees them, in coordinates of the picture. Knows no pixels and no time. */
import { type ActivationId, activations } from '../../engine/model/activations';
import type { LayerPlan, NetworkPlan } from '../../engine/model/network';
import type { LayerAnswers, UnitGrid } from '../../engine/training/snapshot';
import { type ClassRegion, classRegions, classScores, type Segment, tieLines } from './classRegions';
import { type GridLine, gridLines } from './gridLines';
import { type Projection, project, type Samples, unitProjection } from './projection';
import { type AxisDomain, axisDomain, settleDomain } from './spaceDomain';

/** What the hidden space needs of a snapshot. Arrays are never changed after they are handed over. */
export interface SpaceFrame {
  /** Activations of the layer at the points; null when there are none. */
  readonly hidden: LayerAnswers | null;
  /** Every unit of the network over the plane. */
  readonly unitMaps: UnitGrid;
  /** In the layout of `NetworkPlan`. */
  readonly parameters: Float32Array;
}

/** The two axes of the picture. A layer of one unit has only one, also where two are chosen. */
export type SpaceView =
  | { readonly kind: 'principal' }
  | { readonly kind: 'units'; readonly across: number; readonly up: number };

export interface SpaceQuestion {
  readonly plan: NetworkPlan;
  /** Index of a hidden layer. */
  readonly layer: number;
  readonly view: SpaceView;
  /** Class of every point, for regression null. [point] */
  readonly classOf: ArrayLike<number> | null;
  readonly classes: number;
}

/** A line of the plane's grid, bent. */
export interface SpaceLine extends Pick<GridLine, 'equal' | 'isEdge'> {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface SpacePicture {
  /** Which points, ascending. */
  readonly indices: Uint32Array;
  /** Coordinates of the points; for one unit y is the lane. [index into `indices`] */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly lines: readonly SpaceLine[];
  readonly across: AxisDomain;
  readonly up: AxisDomain;
  /** `strip`: one unit, a lane a class; `units`: activations; `principal`: both axes in the same measure. */
  readonly kind: 'strip' | 'units' | 'principal';
  readonly regions: readonly ClassRegion[];
  readonly ties: readonly Segment[];
  /** The model has one input: the plane is a line, and so is its picture. */
  readonly isCurve: boolean;
}

/** Where the layer's own values are. */
export function samplesOf(
  { plan, layer }: SpaceQuestion,
  frame: SpaceFrame,
): { points: Samples; map: Samples } {
  const { hidden, unitMaps } = frame;
  const { units } = plan.layers[layer]!;
  const cells = unitMaps.columns * unitMaps.rows;
  const first = plan.layers.slice(0, layer).reduce((sum, before) => sum + before.units, 0);
  const values = unitMaps.values.subarray(first * cells, (first + units) * cells);
  const places = hidden?.indices.length ?? 0;
  return {
    points: { values: hidden?.values ?? new Float32Array(0), units, places },
    map: { values, units, places: cells },
  };
}

/** `principal`: for views along principal axes; `before`: the previous picture, whose ranges are kept while they fit. */
export function spacePicture(
  question: SpaceQuestion,
  frame: SpaceFrame,
  principal: Projection | null,
  before: Pick<SpacePicture, 'across' | 'up'> | null,
): SpacePicture {
  const { plan, layer, view, classOf, classes } = question;
  const { units, activation } = plan.layers[layer]!;
  const kind = units === 1 ? 'strip' : principal ? 'principal' : 'units';
  const [across, up] = view.kind === 'units' ? [view.across, view.up] : [0, 1];
  const projection = principal ?? unitProjection(units, across, kind === 'strip' ? -1 : up);
  const { points, map } = samplesOf(question, frame);
  const indices = frame.hidden?.indices ?? new Uint32Array(0);
  const [mapX, mapY] = [project(map, projection, 0), project(map, projection, 1)];
  const x = project(points, projection, 0);
  const y =
    kind === 'strip'
      ? Float64Array.from(indices, (index) => classOf?.[index] ?? 0)
      : project(points, projection, 1);
  const range = kind === 'principal' ? null : activations[activation as ActivationId].range;
  const lanes: AxisDomain = [-0.5, (classOf ? classes : 1) - 0.5];
  const domains = {
    across: settleDomain(before?.across, axisDomain(x, mapX, range)),
    up: kind === 'strip' ? lanes : settleDomain(before?.up, axisDomain(y, mapY, range)),
  };
  const lines = gridLines(frame.unitMaps.columns, frame.unitMaps.rows).map(
    ({ equal, isEdge, cells }): SpaceLine => ({
      equal,
      isEdge,
      x: Float64Array.from(cells, (cell) => mapX[cell]!),
      y: Float64Array.from(cells, (cell) => mapY[cell]!),
    }),
  );
  const isCurve = frame.unitMaps.rows === 1;
  return { indices, x, y, lines, ...domains, kind, isCurve, ...bordersOf(question, frame, kind, domains) };
}

const noBorders = { regions: [], ties: [] } as const;

/** Straight borders of the classes, where the whole space of the last hidden layer is in sight. */
function bordersOf(
  { plan, layer, classOf, view }: SpaceQuestion,
  { parameters }: SpaceFrame,
  kind: SpacePicture['kind'],
  domains: Pick<SpacePicture, 'across' | 'up'>,
): Pick<SpacePicture, 'regions' | 'ties'> {
  const isLast = layer === plan.layers.length - 2;
  const { units } = plan.layers[layer] as LayerPlan;
  if (!classOf || !isLast || units > 2 || kind === 'principal') return noBorders;
  const isTurned = view.kind === 'units' && view.across > view.up;
  const scores = classScores(plan, parameters)?.map((score) =>
    isTurned ? { ...score, across: score.up, up: score.across } : score,
  );
  if (!scores || (units === 2 && view.kind === 'units' && view.across === view.up)) return noBorders;
  const regions = classRegions(scores, { x: widen(domains.across), y: widen(domains.up) });
  return { regions, ties: tieLines(scores, regions) };
}

/** The picture shows somewhat more than the range of its axes. */
function widen([low, high]: AxisDomain): [number, number] {
  return [low - (high - low) / 2, high + (high - low) / 2];
}
