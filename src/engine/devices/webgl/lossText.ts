/**
 * ∂L/∂z of the output layer as shader text: printed from the formulas of a head, or written out where softmax and a logarithm meet. From
 * logits wherever the loss is, and without differences of nearly equal numbers: at ±1000 a wrong point still pulls.
 */
import type { OutputActivationId } from '../../model/activations';
import { headOf, type SoftmaxLogId } from '../../model/heads';
import { type LossChoice, type LossId, losses, lossOptions } from '../../model/losses';
import { errorSlopeText, unitDeltaText } from './glslOps';
import { groupsOf } from './layout';
import type { Program } from './program';
import { realText } from './shaderText';

const optionNames = (loss: LossId): string[] => losses[loss].hyperparameters.map((_, i) => `lossOption${i}`);
const optionTexts = (loss: LossId): string[] => optionNames(loss).map((name) => `vec4(${name})`);

/** Declares what the statements of `deltaText` need besides: the options of the loss, which `placeLoss` sets. */
export function lossUniforms(loss: LossId): string {
  return optionNames(loss)
    .map((name) => `uniform float ${name};\n`)
    .join('');
}

/** Of the program in use. */
export function placeLoss(program: Program, loss: LossChoice): void {
  for (const [i, name] of optionNames(loss.id).entries()) program.setFloat(name, lossOptions(loss)[i]!);
}

/** Statements that set `d0`, `d1`, … (vec4, declared before) from the logits `z0`, … and the targets `y0`, …. */
export function deltaText(loss: LossId, activation: OutputActivationId, units: number): string {
  const head = headOf(loss, activation, units);
  if (head.kind === 'unit') {
    const text = unitDeltaText(head.formulas, optionTexts(loss));
    return each(units, (o) => `{ vec4 z = z${o}, y = y${o}, d; ${text} d${o} = d; }`);
  }
  // One unit is always 1, for every logit.
  if (units === 1) return 'd0 = vec4(0.0);';
  const deltas =
    head.kind === 'softmaxError'
      ? throughSoftmaxText(errorSlopeText(head.formulas, optionTexts(loss)), units)
      : logDeltaTexts[head.id](units);
  return softmaxText(units) + deltas;
}

/** Declares the probabilities `p0`, … and `q0`, …, the probability of all units but this one. */
export function softmaxText(units: number): string {
  const groups = groupsIn(units);
  const largest = Array.from({ length: units }, (_, j) => part('z', j)).reduce((a, b) => `max(${a}, ${b})`);
  const others = (o: number) => [
    `e${o}.yzwx + e${o}.zwxy + e${o}.wxyz`,
    ...groups.filter((g) => g !== o).map((g) => `dot(e${g}, vec4(1.0))`),
  ];
  return `
  float top = ${largest};
  ${each(units, (o) => `vec4 e${o} = mix(vec4(0.0), exp(z${o} - top), ${realText(units, o)});`)}
  float total = ${groups.map((o) => `dot(e${o}, vec4(1.0))`).join(' + ')};
  ${each(units, (o) => `vec4 p${o} = e${o} / total, q${o} = (${others(o).join(' + ')}) / total;`)}
`;
}

const each = (units: number, text: (group: number) => string): string =>
  groupsIn(units).map(text).join('\n  ');

/** Unit j of the groups `name0`, `name1`, …. */
const part = (name: string, j: number): string => `${name}${j >> 2}.${'xyzw'[j & 3]!}`;

/** Each device has its own; see `SoftmaxLogHead`. */
const logDeltaTexts: Readonly<Record<SoftmaxLogId, (units: number) => string>> = {
  softmaxCategorical: trueClassText,
  softmaxBinary: (units) => `${trueClassText(units)}\n${otherClassesText(units)}`,
};

const groupsIn = (units: number): number[] => Array.from({ length: groupsOf(units) }, (_, o) => o);

/** p (s − Σ s p); `text` sets the slopes s of the error. */
function throughSoftmaxText(text: string, units: number): string {
  const slopes = each(units, (o) => `vec4 s${o}; { vec4 a = p${o}, y = y${o}, s; ${text} s${o} = s; }`);
  const products = groupsIn(units)
    .map((o) => `dot(s${o}, p${o})`)
    .join(' + ');
  return `${slopes}\n  float mean = ${products};\n  ${each(units, (o) => `d${o} = p${o} * (s${o} - mean);`)}`;
}

/** ∂/∂z of −Σ y_j log p_j. */
function trueClassText(units: number): string {
  const sum = groupsIn(units)
    .map((o) => `dot(y${o}, vec4(1.0))`)
    .join(' + ');
  return `float sum = ${sum};\n  ${each(units, (o) => `d${o} = p${o} * (sum - y${o}) - y${o} * q${o};`)}`;
}

/**
 * Adds ∂/∂z of −Σ (1 − y_j) log(1 − p_j): (1 − y_i) p_i − Σ_{j≠i} (1 − y_j) p_j s_{ij}, where s_{ij} is the softmax of unit i among
 * all units but j, with a maximum of its own.
 */
function otherClassesText(units: number): string {
  const all = Array.from({ length: units }, (_, j) => j);
  const copies = all.map(
    (j) => `z[${j}] = ${part('z', j)}; f[${j}] = (1.0 - ${part('y', j)}) * ${part('p', j)};`,
  );
  return `
  float z[${units}], f[${units}], pull[${units}];
  ${copies.join('\n  ')}
  for (int i = 0; i < ${units}; i++) pull[i] = f[i];
  for (int j = 0; j < ${units}; j++) {
    float m = j == 0 ? z[1] : z[0];
    for (int i = 0; i < ${units}; i++) if (i != j) m = max(m, z[i]);
    float s = 0.0;
    for (int i = 0; i < ${units}; i++) if (i != j) s += exp(z[i] - m);
    for (int i = 0; i < ${units}; i++) if (i != j) pull[i] -= f[j] * exp(z[i] - m) / s;
  }
  ${all.map((j) => `${part('d', j)} += pull[${j}];`).join('\n  ')}
`;
}
