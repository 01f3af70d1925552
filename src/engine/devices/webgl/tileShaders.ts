/**
 * Products of wide layers. One fragment is a tile of four points and one or two groups of units, written to the layers of a stack:
 * each fetched kernel row serves four points, each fetched activation all units of the tile. The points of a tile lie a quarter of
 * the batch apart, in rows of their textures, so that neighbours in a stack are neighbours in the batch.
 */
import type { LayerLayout, Layout } from './layout';
import { header, pointUniforms, weightMacro } from './shaderText';

const four = [0, 1, 2, 3] as const;

/** Rows of a quarter of the batch, and rows a line of a stack has. */
const tileUniforms = 'uniform int quarter, tileRows;';

/** Declares the outputs of `writeTile`. */
export const tileOutputs = (layout: Layout): string =>
  sumsOf(layout, (q) => four.map((k) => `layout(location = ${4 * q + k}) out vec4 layer${4 * q + k};`));

/** Statements for each group of a tile. */
export const sumsOf = ({ tileGroups }: Layout, statements: (q: number) => readonly string[]): string =>
  Array.from({ length: tileGroups }, (_, q) => statements(q).join('\n  ')).join('\n  ');

/** The layer of a stack that has column `k` of the tiles for the units of `group`. */
export const layerOf = (tileGroups: number, k: string): string =>
  tileGroups === 1 ? k : `${k} + 4 * (group & 1)`;

/** Writes the columns of the matrices `sum0` and, where a tile has a second group, `sum1` to the layers of a stack. */
export const writeTile = (layout: Layout): string =>
  sumsOf(layout, (q) => four.map((k) => `layer${4 * q + k} = sum${q}[${k}];`));

/** Logits of a layer: stack [groups of units][point]. */
export function forwardTileShader(layout: Layout, layer: LayerLayout): string {
  const before = layout.layers[layer.index - 1];
  const name = before ? `activations${before.side}` : 'source';
  const begin = (k: number) =>
    before
      ? `at + ivec2(0, ${k} * quarter + ${before.firstGroup} * rows)`
      : `cell(((at.y + ${k} * quarter) << shift) + at.x + offset, sourceShift)`;
  const line = before ? 'rows' : 'sourceRows';
  const { inputs, inputGroups, groups, firstTexel } = layer;
  const inputAt = (k: number) => `texelFetch(${name}, from${k} + ivec2(0, g * ${line}), 0)`;
  const rowAt = (q: number) => (r: number) => `weightAt(t + ${r * groups + q})`;
  const biasAt = (q: number) => `weightAt(${firstTexel + inputs * groups} + group + ${q})`;
  // Rows past the last are other weights, and meet activations that are 0.
  return `${tileHead(layout, name)}
  ${four.map((k) => `ivec2 from${k} = ${begin(k)};`).join('\n  ')}
  ${sumsOf(layout, (q) => [`vec4 bias${q} = ${biasAt(q)};`, `mat4 sum${q} = mat4(${four.map(() => `bias${q}`).join(', ')});`])}
  for (int g = 0; g < ${inputGroups}; g++) {
    int t = ${firstTexel} + ${4 * groups} * g + group;
    mat4 a = mat4(${four.map(inputAt).join(', ')});
    ${sumsOf(layout, (q) => [`sum${q} += mat4(${four.map(rowAt(q)).join(', ')}) * a;`])}
  }
  ${writeTile(layout)}
}
`;
}

/** Wᵀ ∂L/∂z of the layer after `layer`: stack [groups of units of `layer`][point]. */
export function backwardTileShader(layout: Layout, layer: LayerLayout): string {
  const next = layout.layers[layer.index + 1]!;
  const name = `deltas${next.side}`;
  const deltaAt = (k: number) =>
    `texelFetch(${name}, at + ivec2(0, ${k} * quarter + (${next.firstGroup} + g) * rows), 0)`;
  const rowAt = (q: number) => (r: number) => `weightAt(t + ${(4 * q + r) * next.groups})`;
  return `${tileHead(layout, name)}
  ${sumsOf(layout, (q) => [`mat4 sum${q} = mat4(0.0);`])}
  for (int g = 0; g < ${next.groups}; g++) {
    int t = ${next.firstTexel} + group * ${4 * next.groups} + g;
    mat4 d = mat4(${four.map(deltaAt).join(', ')});
    ${sumsOf(layout, (q) => [`sum${q} += transpose(mat4(${four.map(rowAt(q)).join(', ')})) * d;`])}
  }
  ${writeTile(layout)}
}
`;
}

/** Declares what the pass after a tiled product needs, and `product(at, group)`, its four units at one point. */
export const productFunction = ({ tileGroups }: Layout): string => `
${tileUniforms}
uniform sampler2DArray tiles;
vec4 product(ivec2 at, int group) {
  int k = quotient(at.y, quarter);
  int line = (group >> ${tileGroups - 1}) * tileRows;
  int layer = ${layerOf(tileGroups, 'k')};
  return texelFetch(tiles, ivec3(at.x, at.y - k * quarter + line, layer), 0);
}
`;

/** Outputs and, in `main`, the first `group` of the tile and the place `at` of the first of its four points. */
function tileHead(layout: Layout, sampler: string): string {
  return `${header}${weightMacro(layout)}${pointUniforms}${tileUniforms}
uniform sampler2D ${sampler};
${tileOutputs(layout)}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int column = quotient(at.y, tileRows);
  int group = ${layout.tileGroups} * column;
  at.y -= column * tileRows;
  if (at.y >= quarter) return;`;
}
