/**
 * Products of wide layers. One fragment is a tile of four units at four points, written to four textures: each fetched kernel row
 * serves four points, each fetched activation four units. The points of a tile lie a quarter of the batch apart, in rows of their
 * textures, so that neighbours in a tile texture are neighbours in the batch.
 */
import type { LayerLayout, Layout } from './layout';
import { header, pointUniforms, weightMacro } from './shaderText';

const four = [0, 1, 2, 3] as const;

const tileOut = four.map((k) => `tile${k}Out = sum[${k}];`).join(' ');

/** Rows of a quarter of the batch, and rows a line of a tile texture has. */
const tileUniforms = 'uniform int quarter, tileRows;';

/** Logits of a layer: tile textures [group of units][point]. */
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
  // Rows past the last are other weights, and meet activations that are 0.
  return `${tileHead(layout, [name], groups)}
  ${four.map((k) => `ivec2 from${k} = ${begin(k)};`).join('\n  ')}
  vec4 bias = weightAt(${firstTexel + inputs * groups} + group);
  mat4 sum = mat4(bias, bias, bias, bias);
  for (int g = 0; g < ${inputGroups}; g++) {
    int t = ${firstTexel} + ${4 * groups} * g + group;
    sum += mat4(${four.map((r) => `weightAt(t + ${r * groups})`).join(', ')})
      * mat4(${four.map(inputAt).join(', ')});
  }
  ${tileOut}
}
`;
}

/** Wᵀ ∂L/∂z of the layer after `layer`: tile textures [group of units of `layer`][point]. */
export function backwardTileShader(layout: Layout, layer: LayerLayout): string {
  const next = layout.layers[layer.index + 1]!;
  const name = `deltas${next.side}`;
  const deltaAt = (k: number) =>
    `texelFetch(${name}, at + ivec2(0, ${k} * quarter + (${next.firstGroup} + g) * rows), 0)`;
  return `${tileHead(layout, [name], layer.groups)}
  mat4 sum = mat4(0.0);
  for (int g = 0; g < ${next.groups}; g++) {
    int t = ${next.firstTexel} + group * ${4 * next.groups} + g;
    sum += transpose(mat4(${four.map((r) => `weightAt(t + ${r * next.groups})`).join(', ')}))
      * mat4(${four.map(deltaAt).join(', ')});
  }
  ${tileOut}
}
`;
}

/** Declares what the pass after a tiled product needs, and `product(at, group)`, its four units at one point. */
export const productFunction = `
${tileUniforms}
uniform sampler2D tile0, tile1, tile2, tile3;
vec4 product(ivec2 at, int group) {
  int k = quotient(at.y, quarter);
  ivec2 place = ivec2(at.x, at.y - k * quarter + group * tileRows);
  if (k == 0) return texelFetch(tile0, place, 0);
  if (k == 1) return texelFetch(tile1, place, 0);
  if (k == 2) return texelFetch(tile2, place, 0);
  return texelFetch(tile3, place, 0);
}
`;

/** Four outputs and, in `main`, `group` and the place `at` of the first of the four points. */
function tileHead(layout: Layout, samplers: readonly string[], groups: number): string {
  return `${header}${weightMacro(layout)}${pointUniforms}${tileUniforms}
uniform sampler2D ${samplers.join(', ')};
${four.map((k) => `layout(location = ${k}) out vec4 tile${k}Out;`).join('\n')}
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int group = ${groups === 1 ? '0' : 'quotient(at.y, tileRows)'};
  at.y -= group * tileRows;
  if (at.y >= quarter) return;`;
}
