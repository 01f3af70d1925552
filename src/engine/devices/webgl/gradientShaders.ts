/**
 * The passes after the deltas: ∂J/∂w summed over the points of a batch, its norm, and the step of the optimiser. One fragment is
 * one texel of the weights, four weights of one row.
 */

import type { RuleText } from './glslOps';
import type { LayerLayout, Layout } from './layout';
import { header, pointUniforms } from './shaderText';
import { layerOf, sumsOf, tileOutputs, writeTile } from './tileShaders';

/** Fragments that share the sum of squares among them. */
export const normFragments = 16;

/** Where a pass takes the sum of the gradient over the batch from. */
export type GradientSource = 'points' | 'chunks';

/**
 * Sums over one chunk of the points, in tiles of four rows by one or two groups of units, a row to each layer of a stack: two fetches
 * serve sixteen weights, or three thirty-two. Line s of the stack is slab s: [tile][chunk], so that neighbours do the same.
 */
export function chunkShader(layout: Layout): string {
  return `${header}${pointUniforms}${locateTileFunction(layout)}
uniform int chunkLength, chunks, slab, chunkShift, chunkRows;
${tileOutputs(layout)}
${samplersText(layout)}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int place = ((here.y - slab * chunkRows) << chunkShift) + here.x;
  int tile = quotient(place, chunks);
  if (tile >= ${layout.tiles}) return;
  int first = (place - tile * chunks) * chunkLength;
  int last = min(n, first + chunkLength);
  locateTile(tile);
  ${sumsOf(layout, (q) => [`mat4 sum${q} = mat4(0.0);`])}
  ${pointLoops(layout, true, (a, deltaAt) => tileTerms(layout, a, deltaAt))}
  ${writeTile(layout)}
}
`;
}

/** Column r of each sum is the sum of d · a[r]. */
function tileTerms(layout: Layout, inputs: readonly string[], deltaAt: DeltaText): string {
  const isFour = inputs.length === 4;
  const rows = isFour ? `mat4 a = transpose(mat4(${inputs.join(', ')}));` : `vec4 a = ${inputs.join()};`;
  return `${rows}
      ${sumsOf(layout, (q) => {
        const d = inputs.map((_, k) => deltaAt(k, q));
        return [`sum${q} += ${isFour ? `mat4(${d.join(', ')}) * a` : `outerProduct(${d.join()}, a)`};`];
      })}`;
}

/** Gradient of the whole cost, penalty included and 0 where frozen, for clipping. */
export function totalShader(layout: Layout, source: GradientSource, freezes: boolean): string {
  return `${header}${gradientFunction(layout, source)}${freezes ? frozenFunction : ''}
layout(location = 0) out vec4 total;
void main() {
${texelText(layout)}
  total = vec4(0.0);
  if (t >= ${layout.texels}) return;
  total = gradient(t, texelFetch(weights, here, 0));
  ${freezes ? 'total = mix(total, vec4(0.0), frozenAt(here));' : ''}
}
`;
}

/** Sums of squares of the gradient; fragment k takes every 16th texel. */
export function normShader({ texels, weightFold }: Layout): string {
  return `${header}
uniform sampler2D total;
layout(location = 0) out vec4 squares;
void main() {
  float sum = 0.0;
  for (int t = int(gl_FragCoord.x); t < ${texels}; t += ${normFragments}) {
    vec4 g = texelFetch(total, cell(t, ${weightFold.shift}), 0);
    sum += dot(g, g);
  }
  squares = vec4(sum, 0.0, 0.0, 0.0);
}
`;
}

/**
 * The next weights and slots, straight from the points or the chunks, or from the gradient that was totalled for clipping. Where
 * something is frozen (`freezes`) the old weight is selected, so that nothing of the new one is left, not even NaN.
 */
export function updateShader(
  layout: Layout,
  rule: RuleText,
  slots: number,
  source: GradientSource | 'total',
  freezes: boolean,
): string {
  const each = (text: (k: number) => string) => Array.from({ length: slots }, (_, k) => text(k)).join('\n');
  const gradient =
    source === 'total' ? `${clippedFunction}uniform sampler2D weights;` : gradientFunction(layout, source);
  return `${header}${gradient}${freezes ? frozenFunction : ''}
${rule.constants > 0 ? `uniform float k[${rule.constants}];` : ''}
${each((k) => `uniform sampler2D slot${k};`)}
layout(location = 0) out vec4 nextWeight;
${each((k) => `layout(location = ${k + 1}) out vec4 nextState${k};`)}
void main() {
${texelText(layout)}
  nextWeight = vec4(0.0);
  ${each((k) => `nextState${k} = vec4(0.0);`)}
  if (t >= ${layout.texels}) return;
  vec4 w = texelFetch(weights, here, 0);
  ${each((k) => `vec4 state${k} = texelFetch(slot${k}, here, 0);`)}
  vec4 g = ${source === 'total' ? 'clipped(here)' : 'gradient(t, w)'};
  ${freezes ? 'g = mix(g, vec4(0.0), frozenAt(here));' : ''}
  ${rule.statements}
  ${freezes ? 'nextWeight = mix(nextWeight, w, frozenAt(here));' : ''}
}
`;
}

const texelText = ({ weightFold }: Layout): string => `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int t = (here.y << ${weightFold.shift}) + here.x;
`;

const frozenFunction = `
uniform sampler2D frozen;
bvec4 frozenAt(ivec2 here) {
  return greaterThan(texelFetch(frozen, here, 0), vec4(0.5));
}
`;

const clippedFunction = `
uniform sampler2D total, norms;
uniform float clipNorm;
vec4 clipped(ivec2 here) {
  float squares = 0.0;
  for (int k = 0; k < ${normFragments}; k++) squares += texelFetch(norms, ivec2(k, 0), 0).x;
  return texelFetch(total, here, 0) * min(clipNorm / max(sqrt(squares), 1e-30), 1.0);
}
`;

/** `gradient(t, w)`: the mean over the batch and, for kernels, the slope of l1·Σ|w| + l2·Σw². */
function gradientFunction(layout: Layout, source: GradientSource): string {
  const isDirect = source === 'points';
  return `${isDirect ? pointUniforms : ''}
uniform sampler2D weights;
uniform float inverseCount, l1, twiceL2;
${locateFunction(layout)}${isDirect ? pointSumFunction(layout) : chunkSumFunction(layout)}
vec4 gradient(int t, vec4 w) {
  locate(t);
  vec4 g = ${isDirect ? 'pointSum(0, n)' : 'chunkSum()'} * inverseCount;
  return isBias ? g : g + l1 * sign(w) + twiceL2 * w;
}
`;
}

/** Sets where texel t lies: row and group in its layer, its tile, and the lines of what is multiplied to its gradient. */
function locateFunction({ layers, tileGroups }: Layout): string {
  const branches = layers.map((layer) => {
    const { index, groups, inputs, inputGroups, firstTexel, endTexel, firstGroup, firstTile, tileColumns } =
      layer;
    return `if (t < ${endTexel}) {
    row = quotient(t - ${firstTexel}, ${groups});
    group = (t - ${firstTexel}) - row * ${groups};
    isBias = row == ${inputs};
    tile = ${firstTile} + (isBias ? ${inputGroups} : row >> 2) * ${tileColumns} + (group >> ${tileGroups - 1});
    kind = ${kindOf(layer)};
    inputLine = ${layers[index - 1]?.firstGroup ?? 0} + (isBias ? 0 : row >> 2);
    deltaLine = ${firstGroup} + group;
  }`;
  });
  return `
bool isBias;
int row, group, tile, kind, inputLine, deltaLine;
void locate(int t) {
  ${branches.join(' else ')}
}
`;
}

/** The same for a tile. */
function locateTileFunction({ layers, tiles, tileGroups }: Layout): string {
  const branches = layers.map((layer) => {
    const { index, side, tileColumns, inputGroups, firstTile, firstGroup } = layer;
    const end = layers[index + 1]?.firstTile ?? tiles;
    return `if (tile < ${end}) {
    int line = quotient(tile - ${firstTile}, ${tileColumns});
    kind = line == ${inputGroups} ? ${biasKind(side)} : ${kindOf(layer)};
    inputLine = ${layers[index - 1]?.firstGroup ?? 0} + line;
    deltaLine = ${firstGroup} + ${tileGroups} * ((tile - ${firstTile}) - line * ${tileColumns});
  }`;
  });
  return `
int kind, inputLine, deltaLine;
void locateTile(int tile) {
  ${branches.join(' else ')}
}
`;
}

/** Which textures hold inputs and deltas: 0 for the first layer, 1 for the others of side 0, 2 for those of side 1. */
const kindOf = ({ index, side }: LayerLayout): number => (index === 0 ? 0 : side === 0 ? 1 : 2);
/** A tile of biases has no texture of inputs. */
const biasKind = (side: 0 | 1): number => 3 + side;

interface Kind {
  readonly kind: number;
  /** Sampler and lines of the inputs, and the place of point p + k in a line. */
  readonly inputs: { readonly name: string; readonly lines: string; at(k: number): string } | null;
  readonly deltas: string;
}

/** Four points in a run share a row, as runs begin at multiples of four. */
const here = (k: number) => `at + ivec2(${k}, 0)`;

const allKinds: readonly Kind[] = [
  {
    kind: 0,
    inputs: { name: 'source', lines: 'sourceRows', at: (k) => `cell(p + ${k} + offset, sourceShift)` },
    deltas: 'deltas0',
  },
  { kind: 1, inputs: { name: 'activations1', lines: 'rows', at: here }, deltas: 'deltas0' },
  { kind: 2, inputs: { name: 'activations0', lines: 'rows', at: here }, deltas: 'deltas1' },
  { kind: biasKind(0), inputs: null, deltas: 'deltas0' },
  { kind: biasKind(1), inputs: null, deltas: 'deltas1' },
];

function kindsOf({ layers }: Layout, withBiases: boolean): Kind[] {
  const present = new Set(layers.flatMap((layer) => [kindOf(layer), withBiases ? biasKind(layer.side) : -1]));
  return allKinds.filter(({ kind }) => present.has(kind));
}

function samplersText(layout: Layout): string {
  const names = kindsOf(layout, false).flatMap(({ inputs, deltas }) => [
    ...(inputs ? [inputs.name] : []),
    deltas,
  ]);
  return `uniform sampler2D ${[...new Set(names)].join(', ')};`;
}

/** ∂L/∂z at the k-th of the points, of the q-th group of a tile. */
type DeltaText = (k: number, q: number) => string;

/** Statements that add what inputs and deltas of one or of four points add. */
type Terms = (inputs: readonly string[], deltaAt: DeltaText) => string;

/** Loops over points `first` to before `last`, by fours as long as there are four. */
function pointLoops(layout: Layout, withBiases: boolean, terms: Terms): string {
  const loops = kindsOf(layout, withBiases).map(({ kind, inputs, deltas }) => {
    const input = (k: number) =>
      inputs ? `texelFetch(${inputs.name}, ${inputs.at(k)} + inputAt, 0)` : 'vec4(1.0, 0.0, 0.0, 0.0)';
    const delta: DeltaText = (k, q) =>
      `texelFetch(${deltas}, ${here(k)} + deltaAt${q > 0 ? ` + ivec2(0, ${q} * rows)` : ''}, 0)`;
    const add = (points: number) => {
      const a = Array.from({ length: points }, (_, k) => input(k));
      return `{
      ivec2 at = cell(p, shift);
      ${terms(a, delta)}
    }`;
    };
    return `if (kind == ${kind}) {
    ivec2 inputAt = ivec2(0, inputLine * ${inputs?.lines ?? '0'});
    int p = first;
    for (; p + 3 < last; p += 4) ${add(4)}
    for (; p < last; p++) ${add(1)}
  }`;
  });
  return `ivec2 deltaAt = ivec2(0, deltaLine * rows);
  ${loops.join(' else ')}`;
}

/** `pointSum(first, last)`: Σ a · ∂L/∂z over points of the batch, for the texel that was located. */
const pointSumFunction = (layout: Layout): string => `
${samplersText(layout)}
vec4 pointSum(int first, int last) {
  // The input of a bias is 1, that of a kernel one part of a group.
  vec4 pick = isBias ? vec4(0.0) : vec4(equal(ivec4(0, 1, 2, 3), ivec4(row & 3)));
  float one = isBias ? 1.0 : 0.0;
  vec4 sum = vec4(0.0);
  ${pointLoops(layout, false, (inputs, deltaAt) => {
    const terms = inputs.map((a, k) => `(dot(${a}, pick) + one) * ${deltaAt(k, 0)}`);
    return `sum += ${terms.join(' + ')};`;
  })}
  return sum;
}
`;

/** `chunkSum()`: the sums of the chunks, added up, for the texel that was located. */
const chunkSumFunction = ({ tileGroups }: Layout): string => `
uniform sampler2DArray tiles;
uniform int chunks, slabs, chunkShift, chunkRows;
vec4 chunkSum() {
  int part = isBias ? 0 : row & 3;
  int layer = ${layerOf(tileGroups, 'part')};
  vec4 sum = vec4(0.0);
  for (int slab = 0; slab < slabs; slab++) {
    ivec2 line = ivec2(0, slab * chunkRows);
    for (int c = tile * chunks; c < (tile + 1) * chunks; c++) {
      sum += texelFetch(tiles, ivec3(cell(c, chunkShift) + line, layer), 0);
    }
  }
  return sum;
}
`;
