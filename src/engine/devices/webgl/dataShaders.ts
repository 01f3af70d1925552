/** The passes that only move numbers: batches into their order, state and activations into one texture to be read. */
import type { Layout } from './layout';
import { header, pointUniforms } from './shaderText';

/** log₂ of the width of the texture of indices. */
export const orderShift = 10;

/** Point `order[p]` of the source to place p, all groups. */
export const gatherShader = `${header}${pointUniforms}
uniform sampler2D source;
uniform usampler2D order;
layout(location = 0) out vec4 value;
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int group = quotient(here.y, rows);
  int p = ((here.y - group * rows) << shift) + here.x;
  value = vec4(0.0);
  if (p >= n) return;
  int from = int(texelFetch(order, cell(p, ${orderShift}), 0).x);
  value = texelFetch(source, cell(from, sourceShift) + ivec2(0, group * sourceRows), 0);
}
`;

/** Weights, then each slot, one below the other. */
export function stateShader({ weightFold }: Layout, slots: number): string {
  const names = ['weights', 'slot0', 'slot1'].slice(0, 1 + slots);
  const fetches = names.map((name, k) => `if (array == ${k}) value = texelFetch(${name}, at, 0);`);
  return `${header}
uniform sampler2D ${names.join(', ')};
layout(location = 0) out vec4 value;
void main() {
  ivec2 at = ivec2(gl_FragCoord.xy);
  int array = quotient(at.y, ${weightFold.rows});
  at.y -= array * ${weightFold.rows};
  ${fetches.join('\n  ')}
}
`;
}

/** Four consecutive points of one unit: of the output layer, or of any unit of all layers. Line u of a slab is unit u. */
export function resultShader({ layers, output }: Layout, units: 'outputs' | 'all'): string {
  let first = 0;
  const shown = units === 'all' ? layers : [output];
  const branches = shown.map((layer) => {
    const { side, firstGroup } = layer;
    const start = first;
    first += layer.units;
    return `if (unit < ${first}) { part = unit - ${start}; side = ${side}; line = ${firstGroup} + (part >> 2); }`;
  });
  const sides = [0, 1].filter((side) => shown.some((layer) => layer.side === side));
  const fetches = sides.map(
    (side) => `if (side == ${side}) {
    for (int k = 0; k < 4; k++) {
      read[k] = texelFetch(activations${side}, cell(4 * four + k, shift) + ivec2(0, line * rows), 0)[part & 3];
    }
  }`,
  );
  return `${header}${pointUniforms}
uniform sampler2D ${sides.map((side) => `activations${side}`).join(', ')};
uniform int firstLine, resultShift, resultRows;
layout(location = 0) out vec4 value;
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int unit = quotient(here.y, resultRows);
  int four = ((here.y - unit * resultRows) << resultShift) + here.x;
  unit -= firstLine;
  value = vec4(0.0);
  if (4 * four >= n) return;
  int part = 0, side = 0, line = 0;
  vec4 read = vec4(0.0);
  ${branches.join(' else ')}
  ${fetches.join('\n  ')}
  value = read;
}
`;
}
