/** `Ops` as NumPy: how an activation is written whose file has no lines of its own. */
import type { Activation, NumpyLines } from '../../engine/model/activations/activation';
import type { Ops } from '../../engine/model/ops';
import { floatText } from '../numbers';

interface Expression {
  /** Without any names but `z`. */
  readonly whole: string;
  /** What stands in the program. */
  readonly text: string;
}

const call = (name: string, ...operands: string[]) => `${name}(${operands.join(', ')})`;

/** Every operand is a name, a number, a product, a call or stands in parentheses. `made` is told of each result with its operands. */
function numpyOps(
  made: (result: Expression, operands: readonly Expression[]) => Expression,
): Ops<Expression> {
  const operation =
    (write: (...operands: string[]) => string) =>
    (...operands: Expression[]): Expression => {
      const whole = write(...operands.map((operand) => operand.whole));
      return made({ whole, text: write(...operands.map((operand) => operand.text)) }, operands);
    };
  const plain = (text: string): Expression => ({ whole: text, text });
  return {
    constant: (k) => plain(floatText(k)),
    add: operation((a, b) => `(${a} + ${b})`),
    subtract: operation((a, b) => `(${a} - ${b})`),
    multiply: operation((a, b) => `${a} * ${b}`),
    divide: operation((a, b) => `${a} / (${b})`),
    scale: (a, k) => operation((text) => (k === -1 ? `-${text}` : `${floatText(k)} * ${text}`))(a),
    shift: (a, k) => operation((text) => `(${text} ${k < 0 ? '-' : '+'} ${floatText(Math.abs(k))})`)(a),
    sqrt: operation((a) => call('np.sqrt', a)),
    abs: operation((a) => call('np.abs', a)),
    exp: operation((a) => call('np.exp', a)),
    expm1: operation((a) => call('np.expm1', a)),
    log: operation((a) => call('np.log', a)),
    log1p: operation((a) => call('np.log1p', a)),
    softplus: operation((a) => call('np.logaddexp', '0', a)),
    tanh: operation((a) => call('np.tanh', a)),
    sin: operation((a) => call('np.sin', a)),
    cos: operation((a) => call('np.cos', a)),
    logistic: operation((a) => call('sigmoid', a)),
    logisticSlope: operation((a) => `${call('sigmoid', a)} * ${call('sigmoid', `-(${a})`)}`),
    min: operation((a, b) => call('np.minimum', a, b)),
    max: operation((a, b) => call('np.maximum', a, b)),
    where: operation((a, yes, no) => call('np.where', `${a} > 0`, yes, no)),
  };
}

const z: Expression = { whole: 'z', text: 'z' };
/** Longer expressions get a name, so that no line grows beyond what can be read. */
const longest = 60;

/** A function of z. What is used twice, and what is long, has a name and a line of its own. */
function definition(name: string, formula: <T>(ops: Ops<T>, z: T) => T): string {
  const uses = new Map<string, number>();
  formula(
    numpyOps((result, operands) => {
      for (const { whole } of operands) uses.set(whole, (uses.get(whole) ?? 0) + 1);
      return result;
    }),
    z,
  );
  const named = new Map<string, Expression>();
  const lines: string[] = [];
  const result = formula(
    numpyOps((made) => {
      const known = named.get(made.whole);
      if (known) return known;
      if ((uses.get(made.whole) ?? 0) < 2 && made.text.length <= longest) return made;
      const short = { whole: made.whole, text: `t${lines.length + 1}` };
      lines.push(`    ${short.text} = ${made.text}`);
      named.set(made.whole, short);
      return short;
    }),
    z,
  );
  // A name for the answer alone says nothing.
  const [, answer = result.text] = lines.at(-1)?.split(`    ${result.text} = `) ?? [];
  const before = answer === result.text ? lines : lines.slice(0, -1);
  return ['', `def ${name}(z):`, ...before, `    return ${answer}`].join('\n');
}

/** `leakyRelu` as `leaky_relu`. */
export function snakeCase(id: string): string {
  return id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function printedLines({ id, value, slope }: Activation): NumpyLines {
  const name = snakeCase(id);
  const functions = {
    [name]: definition(name, value),
    [`${name}_slope`]: definition(`${name}_slope`, slope),
  };
  return { functions, value: (text) => `${name}(${text})`, slope: (text) => `${name}_slope(${text})` };
}
