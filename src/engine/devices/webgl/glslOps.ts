/**
 * `Ops` as shader text, GLSL ES 3.00 in vec4. Every result gets a name, so that what a formula uses twice is computed once. An
 * activation has its numbers in the text; those that an optimiser's rule scales or shifts by become entries of the uniform array `k`, in
 * the order of the calls: the text is made once per optimiser, the numbers before every update and in float64.
 */
import type { Activation } from '../../model/activations/activation';
import type { ErrorFormulas, UnitFormulas } from '../../model/heads/head';
import { numberOps, type Ops, softplusOf } from '../../model/ops';
import type { HyperparameterValues } from '../../training/hyperparameter';
import type { Optimizer, RuleInput } from '../../training/optimizers/optimizer';

interface OpsText {
  readonly lines: string[];
  readonly ops: Ops<string>;
}

/** `scalar` answers the text of a number that a formula scales or shifts by. Functions are those of `glslPieces`. */
function opsText(scalar: (k: number) => string): OpsText {
  const lines: string[] = [];
  const named = (expression: string) => {
    const name = `t${lines.length}`;
    lines.push(`vec4 ${name} = ${expression};`);
    return name;
  };
  const ops: Ops<string> = {
    constant: (k) => `vec4(${literal(k)})`,
    add: (a, b) => named(`${a} + ${b}`),
    subtract: (a, b) => named(`${a} - ${b}`),
    multiply: (a, b) => named(`${a} * ${b}`),
    divide: (a, b) => named(`${a} / ${b}`),
    scale: (a, k) => named(`${a} * ${scalar(k)}`),
    shift: (a, k) => named(`${a} + ${scalar(k)}`),
    sqrt: (a) => named(`sqrt(${a})`),
    abs: (a) => named(`abs(${a})`),
    exp: (a) => named(`exp(${a})`),
    expm1: (a) => named(`expMinusOne(${a})`),
    log: (a) => named(`log(${a})`),
    log1p: (a) => named(`logOnePlus(${a})`),
    softplus: (a) => softplusOf(ops, a),
    tanh: (a) => named(`hyperbolicTangent(${a})`),
    sin: (a) => named(`sine(${a})`),
    cos: (a) => named(`cosine(${a})`),
    logistic: (a) => named(`logistic(${a})`),
    logisticSlope: (a) => named(`logisticSlope(${a})`),
    // min and max of GLSL may lose NaN.
    min: (a, b) => named(`mix(${a}, ${b}, greaterThan(${a}, ${b}))`),
    max: (a, b) => named(`mix(${a}, ${b}, lessThan(${a}, ${b}))`),
    where: (a, yes, no) => named(`mix(${no}, ${yes}, greaterThan(${a}, vec4(0.0)))`),
  };
  return { lines, ops };
}

const literal = (k: number) => (Number.isInteger(k) ? k.toFixed(1) : String(k));

/** Bodies of functions that read the logit `z` and return g(z) and g′(z). */
export function activationText({ value, slope }: Pick<Activation, 'value' | 'slope'>): {
  readonly value: string;
  readonly slope: string;
} {
  const body = (formula: (ops: Ops<string>) => string) => {
    const { lines, ops } = opsText(literal);
    const result = formula(ops);
    return [...lines, `return ${result};`].join('\n  ');
  };
  return {
    value: body((ops) => value(ops, 'z')),
    slope: body((ops) => slope(ops, 'z')),
  };
}

/** Statements that set `d`, ∂L/∂z of four units by themselves, from their logits `z` and targets `y`. */
export function unitDeltaText({ delta, deltaFromLogit }: UnitFormulas, options: readonly string[]): string {
  const { lines, ops } = opsText(literal);
  if (deltaFromLogit) {
    const result = deltaFromLogit(ops, 'z', 'y');
    return [...lines, `d = ${result};`].join(' ');
  }
  const result = delta(ops, 'a', 'y', 'slopeOf(z)', options);
  return ['vec4 a = valueOf(z);', ...lines, `d = ${result};`].join(' ');
}

/** Statements that set `s`, ∂L/∂a of four units, from their outputs `a` and targets `y`. */
export function errorSlopeText({ slope }: ErrorFormulas, options: readonly string[]): string {
  const { lines, ops } = opsText(literal);
  const result = slope(ops, 'a', 'y', options);
  return [...lines, `s = ${result};`].join(' ');
}

export interface RuleText {
  /** Statements that read `w`, `g`, `stateN` and set `nextWeight`, `nextStateN`; all vec4. */
  readonly statements: string;
  /** Length of `k`. */
  readonly constants: number;
}

/** Options of which only the number matters: any value gives the same text. */
export function ruleText(optimizer: Optimizer, options: HyperparameterValues): RuleText {
  let constants = 0;
  const { lines, ops } = opsText(() => `k[${constants++}]`);
  const slots = optimizer.initialSlots.map((_, k) => `state${k}`);
  const next = optimizer.rule(ops, {
    weight: 'w',
    gradient: 'g',
    slots,
    learningRate: 1,
    update: 1,
    options,
  });
  lines.push(`nextWeight = ${next.weight};`, ...next.slots.map((slot, k) => `nextState${k} = ${slot};`));
  return { statements: lines.join('\n'), constants };
}

/** The numbers of `k` for one update. */
export function ruleConstants(
  optimizer: Optimizer,
  input: Pick<RuleInput<number>, 'learningRate' | 'update' | 'options'>,
  into: Float32Array,
): Float32Array {
  let next = 0;
  const note = (_: number, k: number) => {
    into[next++] = k;
    return 0;
  };
  optimizer.rule(
    { ...numberOps, scale: note, shift: note },
    { weight: 0, gradient: 0, slots: zeros, ...input },
  );
  return into;
}

const zeros = [0, 0];
