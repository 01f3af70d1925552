/**
 * Forward and backward through a tiny network in one pass, unrolled: a fragment knows everything about one point and writes what the
 * gradient needs, line g of all four textures. Networks with several lines are computed again for each.
 */
import type { LossId } from '../../model/losses';
import { glslPieces } from './glslPieces';
import type { LayerLayout, Layout } from './layout';
import { deltaText, lossUniforms } from './lossText';
import { header, namedFunctions, pointUniforms, realText, weightMacro } from './shaderText';

/** Unrolled text and repeated work stay small below these; measured. */
const mostTexels = 64;
const mostWork = 2 ** 14;

/** Lines of the pass: those of the side that has more. */
export const wholeLines = ({ sideGroups }: Layout): number => Math.max(...sideGroups);

export const isTiny = (layout: Layout): boolean => layout.texels <= mostTexels;

/** Whether one pass is worth its repeated work on a batch of `points`. */
export const takesWhole = (layout: Layout, points: number): boolean =>
  isTiny(layout) && layout.texels * wholeLines(layout) * points <= mostWork;

/** Activations of even layers to output 0, of odd ones to 1, ∂L/∂z of even ones to 2, of odd ones to 3. */
export function wholeShader(layout: Layout, loss: LossId): string {
  const { layers, output } = layout;
  const hidden = layers.slice(0, -1);
  return `${header}${weightMacro(layout)}${pointUniforms}
uniform sampler2D source;
${lossUniforms(loss)}layout(location = 0) out vec4 activations0;
layout(location = 1) out vec4 activations1;
layout(location = 2) out vec4 deltas0;
layout(location = 3) out vec4 deltas1;
${glslPieces}
${hidden.map(({ activation, index }) => namedFunctions(activation, index)).join('')}
${namedFunctions(output.activation, '')}
void main() {
  ivec2 here = ivec2(gl_FragCoord.xy);
  int line = quotient(here.y, rows);
  int p = ((here.y - line * rows) << shift) + here.x;
  activations0 = activations1 = deltas0 = deltas1 = vec4(0.0);
  if (p >= n) return;
  ${sourceText(layout)}
  ${hidden.map((layer) => logitText(layer) + valueText(layer)).join('\n  ')}
  ${logitText(output)}
  ${outputText(output, loss)}
  ${hidden
    .reverse()
    .map((layer) => backText(layer, layers[layer.index + 1]!))
    .join('\n  ')}
  ${layers.flatMap((layer) => writeText(layer, layer === output)).join('\n  ')}
}
`;
}

const groupsOf = ({ groups }: Pick<LayerLayout, 'groups'>): number[] =>
  Array.from({ length: groups }, (_, g) => g);

/** Declares the inputs `a0_g` and the targets `yg` of point p. */
function sourceText({ layers, output }: Layout): string {
  const { inputGroups } = layers[0]!;
  const fetch = (line: number) => `texelFetch(source, from + ivec2(0, ${line} * sourceRows), 0)`;
  return [
    'ivec2 from = cell(p + offset, sourceShift);',
    ...groupsOf({ groups: inputGroups }).map((g) => `vec4 a0_${g} = ${fetch(g)};`),
    ...groupsOf(output).map((g) => `vec4 y${g} = ${fetch(inputGroups + g)};`),
  ].join('\n  ');
}

/** Declares the logits `z<layer>_g` from the inputs `a<layer>_g`. */
function logitText({ index, inputs, groups, firstTexel }: LayerLayout): string {
  return groupsOf({ groups })
    .map((g) => {
      const terms = Array.from(
        { length: inputs },
        (_, i) => `weightAt(${firstTexel + i * groups + g}) * a${index}_${i >> 2}.${'xyzw'[i & 3]!}`,
      );
      return `vec4 z${index}_${g} = ${[`weightAt(${firstTexel + inputs * groups + g})`, ...terms].join(' + ')};`;
    })
    .join('\n  ');
}

/** Declares the activations, which are the inputs of the next layer. */
function valueText(layer: LayerLayout): string {
  const { index } = layer;
  const values = groupsOf(layer).map(
    (g) => `vec4 a${index + 1}_${g} = ${real(layer, g, `valueOf${index}(z${index}_${g})`)};`,
  );
  return `\n  ${values.join('\n  ')}`;
}

/** Declares `d<layer>_g` of the output layer. */
function outputText(output: LayerLayout, loss: LossId): string {
  const { index, activation, units } = output;
  const groups = groupsOf(output);
  return `${groups.map((g) => `vec4 d${index}_${g};`).join(' ')}
  {
    vec4 ${groups.map((g) => `z${g} = z${index}_${g}, d${g}`).join(', ')};
    ${deltaText(loss, activation, units)}
    ${groups.map((g) => `d${index}_${g} = ${real(output, g, `d${g}`)};`).join(' ')}
  }`;
}

/** Declares `d<layer>_g` of a hidden layer. */
function backText(layer: LayerLayout, next: LayerLayout): string {
  const { index } = layer;
  return groupsOf(layer)
    .map((g) => {
      const terms = groupsOf(next).map((o) => {
        const rows = [0, 1, 2, 3].map((r) => `weightAt(${next.firstTexel + (4 * g + r) * next.groups + o})`);
        return `d${index + 1}_${o} * mat4(${rows.join(', ')})`;
      });
      const delta = `(${terms.join(' + ')}) * slopeOf${index}(z${index}_${g})`;
      return `vec4 d${index}_${g} = ${real(layer, g, delta)};`;
    })
    .join('\n  ');
}

/** Statements that write the line at hand of a layer. */
function writeText(layer: LayerLayout, isOutput: boolean): string[] {
  const { index, side, firstGroup } = layer;
  return groupsOf(layer).map((g) => {
    const activation = isOutput ? '' : `activations${side} = a${index + 1}_${g}; `;
    return `if (line == ${firstGroup + g}) { ${activation}deltas${side} = d${index}_${g}; }`;
  });
}

/** The expression with what the last group has too many cleared. */
function real({ units, groups }: LayerLayout, group: number, expression: string): string {
  if (units % 4 === 0 || group < groups - 1) return expression;
  return `mix(vec4(0.0), ${expression}, ${realText(units, group)})`;
}
