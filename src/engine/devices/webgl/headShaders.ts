/** The passes of the output layer. One fragment knows all logits of a point and writes one group of four units. */
import type { LossId } from '../../model/losses';
import { groupsOf, type LayerLayout, type Layout } from './layout';
import { deltaText, lossUniforms, softmaxText } from './lossText';
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

/** ∂L/∂z of the output layer, one point's share not yet divided by the size of the batch. */
export function deltaShader(layout: Layout, loss: LossId): string {
  const { output } = layout;
  const inputGroups = groupsOf(layout.plan.inputs);
  const targets = allGroups(output).map(
    (o) => `vec4 y${o} = texelFetch(source, target + ivec2(0, ${inputGroups + o} * sourceRows), 0);`,
  );
  return `${headText(layout, ['uniform sampler2D source;'])}
${lossUniforms(loss)}layout(location = 0) out vec4 delta;
${activationFunctions(output.activation)}
void main() {
${hereText(output)}
  delta = vec4(0.0);
  if (p >= n) return;
${logitText(layout)}
  ivec2 target = cell(p + offset, sourceShift);
  ${targets.join('\n  ')}
  vec4 ${allGroups(output)
    .map((o) => `d${o}`)
    .join(', ')};
  ${deltaText(loss, output.activation, output.units)}
  delta = ${chosen(output, 'd')};
  ${clearText(output, ['delta'])}
}
`;
}

/** Activations of the output layer, or its logits where the uniform `asLogits` is 1. */
export function outputShader(layout: Layout): string {
  const { output } = layout;
  const isSoftmax = output.activation === 'softmax';
  const values = isSoftmax ? softmaxText(output.units) : '';
  return `${headText(layout, [])}
uniform int asLogits;
layout(location = 0) out vec4 activation;
${activationFunctions(output.activation)}
void main() {
${hereText(output)}
  activation = vec4(0.0);
  if (p >= n) return;
${logitText(layout)}
  if (asLogits == 1) {
    activation = ${chosen(output, 'z')};
    return;
  }
  ${values}
  activation = ${isSoftmax ? chosen(output, 'p') : `valueOf(${chosen(output, 'z')})`};
}
`;
}

const allGroups = ({ groups }: LayerLayout): number[] => Array.from({ length: groups }, (_, o) => o);

/** The one of `name0`, `name1`, … that belongs to `group`. */
function chosen(output: LayerLayout, name: string): string {
  const [first, ...rest] = allGroups(output).reverse();
  return rest.reduce((text, o) => `(group == ${o} ? ${name}${o} : ${text})`, `${name}${first!}`);
}

function headText(layout: Layout, declarations: readonly string[]): string {
  const { declaration } = inputsOf(layout, layout.output);
  const distinct = new Set([declaration, ...declarations]);
  return `${header}${weightMacro(layout)}${pointUniforms}${[...distinct].join('\n')}`;
}

/** Declares the logits `z0`, `z1`, … of point p. */
function logitText(layout: Layout): string {
  const groups = allGroups(layout.output);
  return affineText(
    layout.output,
    inputsOf(layout, layout.output),
    groups.map((o) => `z${o}`),
    groups.map(String),
  );
}
