/**
 * ∂L/∂z of the output layer as shader text, for every loss with every output activation; see `model/losses` for the cases. From
 * logits wherever the loss is, and without differences of nearly equal numbers: at ±1000 a wrong point still pulls.
 */
import type { OutputActivationId } from '../../model/activations';
import type { LossId } from '../../model/losses';
import { probabilityFloor } from '../../model/losses/loss';
import { groupsOf } from './layout';
import { realText } from './shaderText';

/** Statements that set `d0`, `d1`, … (vec4, declared before) from the logits `z0`, … and the targets `y0`, …. */
export function deltaText(loss: LossId, activation: OutputActivationId, units: number): string {
  const isBinary = loss === 'binaryCrossentropy' || (loss === 'categoricalCrossentropy' && units === 1);
  if (activation === 'softmax') {
    // One unit is always 1, whatever its logit.
    if (units === 1) return 'd0 = vec4(0.0);';
    return softmaxText(units) + softmaxDeltaText(loss, units);
  }
  const delta = isBinary ? binaryText(activation) : plainText(loss, activation);
  return each(units, (o) => `{ vec4 z = z${o}; vec4 y = y${o}; ${delta} d${o} = d; }`);
}

/** Declares the probabilities `p0`, … and `q0`, …, the probability of all units but this one. */
export function softmaxText(units: number): string {
  const groups = Array.from({ length: groupsOf(units) }, (_, o) => o);
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
  Array.from({ length: groupsOf(units) }, (_, o) => text(o)).join('\n  ');

/** Unit j of the groups `name0`, `name1`, …. */
const part = (name: string, j: number): string => `${name}${j >> 2}.${'xyzw'[j & 3]!}`;

function softmaxDeltaText(loss: LossId, units: number): string {
  const groups = Array.from({ length: groupsOf(units) }, (_, o) => o);
  if (loss === 'squaredError') {
    const products = groups.map((o) => `dot(p${o} - y${o}, p${o})`).join(' + ');
    return `float mean = ${products};\n  ${each(units, (o) => `d${o} = p${o} * (p${o} - y${o} - mean);`)}`;
  }
  const sum = groups.map((o) => `dot(y${o}, vec4(1.0))`).join(' + ');
  const natural = `float sum = ${sum};\n  ${each(units, (o) => `d${o} = p${o} * (sum - y${o}) - y${o} * q${o};`)}`;
  return loss === 'categoricalCrossentropy' ? natural : `${natural}\n${otherClassesText(units)}`;
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

/** Declares `d` from `z` and `y`. */
function binaryText(activation: OutputActivationId): string {
  if (activation === 'sigmoid') return 'vec4 d = (1.0 - y) * logistic(z) - y * logistic(-z);';
  return clippedText('(1.0 - y) / (1.0 - p) - y / p');
}

function plainText(loss: LossId, activation: OutputActivationId): string {
  if (loss === 'squaredError') return 'vec4 d = (valueOf(z) - y) * slopeOf(z);';
  if (activation === 'sigmoid') return 'vec4 d = -y * logistic(-z);';
  return clippedText('-y / p');
}

/** Outside the interval the cost does not change with the output. */
function clippedText(slope: string): string {
  const [low, high] = [`vec4(${probabilityFloor})`, `vec4(${1 - probabilityFloor})`];
  return `vec4 a = valueOf(z);
    vec4 p = clamp(a, ${low}, ${high});
    vec4 d = mix(vec4(0.0), (${slope}) * slopeOf(z), equal(a, p));`;
}
