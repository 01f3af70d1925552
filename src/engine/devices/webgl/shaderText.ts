/** What the shaders of all passes share: their header, and the text that fetches activations and multiplies by kernels. */
import { activations, type OutputActivationId } from '../../model/activations';
import { activationText } from './glslOps';
import { glslPieces } from './glslPieces';
import type { LayerLayout, Layout } from './layout';
import { placeMacros } from './sheet';

export const header = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp sampler2DArray;
precision highp usampler2D;
${placeMacros}`;

/** `weightAt(t)`: texel t of all weights. */
export const weightMacro = ({ weightFold }: Layout): string => `
uniform sampler2D weights;
#define weightAt(t) texelFetch(weights, cell(t, ${weightFold.shift}), 0)
`;

/** Uniforms of the points at work: how many, the fold of the textures over them, and where they begin among the source. */
export const pointUniforms = `
uniform int n, shift, rows;
uniform int offset, sourceShift, sourceRows;
`;

/** Sets `group` and `p` (and `at`, its place in a line) for a pass over `groups` lines from `firstGroup` on. */
export const hereText = ({ firstGroup, groups }: Pick<LayerLayout, 'firstGroup' | 'groups'>): string => `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int y = here.y - ${firstGroup} * rows;
  int group = ${groups === 1 ? '0' : 'quotient(y, rows)'};
  ivec2 at = ivec2(here.x, y - group * rows);
  int p = (at.y << shift) + at.x;
`;

/** What a layer reads: the activations of the layer before, or the source. */
export interface InputText {
  readonly declaration: string;
  /** Statement before the first fetch; needs `p` and `at`. */
  readonly begin: string;
  /** Four inputs of point p. */
  fetch(group: string): string;
}

export function inputsOf(layout: Layout, layer: LayerLayout): InputText {
  const before = layout.layers[layer.index - 1];
  if (!before) {
    return {
      declaration: 'uniform sampler2D source;',
      begin: 'ivec2 from = cell(p + offset, sourceShift);',
      fetch: (group) => `texelFetch(source, from + ivec2(0, (${group}) * sourceRows), 0)`,
    };
  }
  const name = `activations${before.side}`;
  return {
    declaration: `uniform sampler2D ${name};`,
    begin: '',
    fetch: (group) => `texelFetch(${name}, at + ivec2(0, (${before.firstGroup} + ${group}) * rows), 0)`,
  };
}

/** Statements that declare and compute the logits `names[k]` (vec4) of the groups `groups[k]` of a layer. */
export function affineText(
  layer: LayerLayout,
  input: InputText,
  names: readonly string[],
  groups: readonly string[],
): string {
  const { inputs, firstTexel, groups: width } = layer;
  const rowsAt = (row: string, count: number) =>
    names
      .map((name, k) => {
        const rows = Array.from(
          { length: count },
          (_, r) => `weightAt(${row} + ${r * width} + ${groups[k]!})`,
        );
        return `${name} += ${rows.map((w, r) => `${w} * a.${'xyzw'[r]!}`).join(' + ')};`;
      })
      .join('\n    ');
  const whole = Math.floor(inputs / 4);
  const left = inputs % 4;
  const lines = names.map(
    (name, k) => `vec4 ${name} = weightAt(${firstTexel + inputs * width} + ${groups[k]!});`,
  );
  lines.push(input.begin);
  if (whole > 0) {
    lines.push(`for (int g = 0; g < ${whole}; g++) {
    vec4 a = ${input.fetch('g')};
    int t = ${firstTexel} + ${4 * width} * g;
    ${rowsAt('t', 4)}
  }`);
  }
  if (left > 0) {
    lines.push(`{
    vec4 a = ${input.fetch(String(whole))};
    ${rowsAt(String(firstTexel + 4 * whole * width), left)}
  }`);
  }
  return lines.map((line) => `  ${line}`).join('\n');
}

/** bvec4 that is true for the units of `group` that exist. */
export function realText(units: number, group: number): string {
  const flags = [0, 1, 2, 3].map((part) => 4 * group + part < units);
  return `bvec4(${flags.join(', ')})`;
}

/** Statement that clears what the last group has too many, in the variables named. */
export function clearText({ units, groups }: LayerLayout, names: readonly string[]): string {
  if (units % 4 === 0) return '';
  const real = realText(units, groups - 1);
  const clears = names.map((name) => `${name} = mix(vec4(0.0), ${name}, ${real});`);
  return `if (group == ${groups - 1}) { ${clears.join(' ')} }`;
}

/** The pieces and, of one activation, `valueOf(z)` and `slopeOf(z)`. */
export const activationFunctions = (activation: OutputActivationId): string =>
  glslPieces + namedFunctions(activation, '');

/** `valueOf` and `slopeOf` of an activation, followed by `suffix`; softmax has its own text. */
export function namedFunctions(activation: OutputActivationId, suffix: string | number): string {
  if (activation === 'softmax') return '';
  const { value, slope } = activationText(activations[activation]);
  return `
vec4 valueOf${suffix}(vec4 z) {
  ${value}
}
vec4 slopeOf${suffix}(vec4 z) {
  ${slope}
}
`;
}
