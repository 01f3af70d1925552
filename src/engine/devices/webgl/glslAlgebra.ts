/**
 * The rules of the optimisers as shader text. Every plain number a rule scales or shifts by becomes an entry of the uniform array
 * `k`, in the order of the calls: the text is made once per optimiser, the numbers before every update and in float64.
 */
import type { HyperparameterValues } from '../../training/hyperparameter';
import type { Algebra, Optimizer, RuleInput } from '../../training/optimizers/optimizer';

export interface RuleText {
  /** Statements that read `w`, `g`, `stateN` and set `nextWeight`, `nextStateN`; all vec4. */
  readonly statements: string;
  /** Length of `k`. */
  readonly constants: number;
}

/** Options of which only the number matters: any value gives the same text. */
export function ruleText(optimizer: Optimizer, options: HyperparameterValues): RuleText {
  const lines: string[] = [];
  let constants = 0;
  const named = (expression: string) => {
    const name = `t${lines.length}`;
    lines.push(`vec4 ${name} = ${expression};`);
    return name;
  };
  const constant = () => `k[${constants++}]`;
  const text: Algebra<string> = {
    add: (a, b) => named(`${a} + ${b}`),
    subtract: (a, b) => named(`${a} - ${b}`),
    multiply: (a, b) => named(`${a} * ${b}`),
    divide: (a, b) => named(`${a} / ${b}`),
    sqrt: (a) => named(`sqrt(${a})`),
    scale: (a) => named(`${a} * ${constant()}`),
    shift: (a) => named(`${a} + ${constant()}`),
  };
  const slots = optimizer.initialSlots.map((_, k) => `state${k}`);
  const next = optimizer.rule(text, {
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
  const recorder: Algebra<number> = { ...nothing, scale: note, shift: note };
  optimizer.rule(recorder, { weight: 0, gradient: 0, slots: zeros, ...input });
  return into;
}

const zero = () => 0;
const nothing = { add: zero, subtract: zero, multiply: zero, divide: zero, sqrt: zero };
const zeros = [0, 0];
