/** The passes of a hidden layer: forward to activations and slopes, backward to ∂L/∂z. One fragment is four units of one point. */
import type { LayerLayout, Layout } from './layout';
import {
  activationFunctions,
  affineText,
  clearText,
  header,
  hereText,
  inputsOf,
  pointUniforms,
  weightMacro,
} from './shaderText';
import { productFunction } from './tileShaders';

/** Whether a pass multiplies by the kernel itself or finds the product in tiles. */
export type Product = 'inline' | 'tiled';

/** a = g(z) to output 0, g′(z) to output 1, for z = W·a + b. */
export function forwardShader(layout: Layout, layer: LayerLayout, product: Product): string {
  const input = inputsOf(layout, layer);
  const isTiled = product === 'tiled';
  const needs = isTiled ? productFunction(layout) : weightMacro(layout) + input.declaration;
  return `${header}${pointUniforms}${needs}
layout(location = 0) out vec4 activation;
layout(location = 1) out vec4 slope;
${activationFunctions(layer.activation)}
void main() {
${hereText(layer)}
  activation = slope = vec4(0.0);
  if (p >= n) return;
${isTiled ? '  vec4 z = product(at, group);' : affineText(layer, input, ['z'], ['group'])}
  activation = valueOf(z);
  slope = slopeOf(z);
  ${clearText(layer, ['activation', 'slope'])}
}
`;
}

/** ∂L/∂z = g′(z) · W(next)ᵀ ∂L/∂z(next). */
export function backwardShader(layout: Layout, layer: LayerLayout, product: Product): string {
  const isTiled = product === 'tiled';
  return `${header}${pointUniforms}
uniform sampler2D slopes${layer.side};
${isTiled ? productFunction(layout) : backFunction(layout, layer)}
layout(location = 0) out vec4 delta;
void main() {
${hereText(layer)}
  delta = vec4(0.0);
  if (p >= n) return;
  delta = ${isTiled ? 'product' : 'back'}(at, group) * texelFetch(slopes${layer.side}, here, 0);
  // Rows past the last of the kernel are other weights.
  ${clearText(layer, ['delta'])}
}
`;
}

function backFunction(layout: Layout, layer: LayerLayout): string {
  const next = layout.layers[layer.index + 1]!;
  const rows = [0, 1, 2, 3].map((r) => `weightAt(t + ${r * next.groups})`);
  return `${weightMacro(layout)}
uniform sampler2D deltas${next.side};
vec4 back(ivec2 at, int group) {
  vec4 sum = vec4(0.0);
  for (int g = 0; g < ${next.groups}; g++) {
    int t = ${next.firstTexel} + group * ${4 * next.groups} + g;
    sum += texelFetch(deltas${next.side}, at + ivec2(0, (${next.firstGroup} + g) * rows), 0)
      * mat4(${rows.join(', ')});
  }
  return sum;
}
`;
}
