/** The activations in NumPy: g(z), its derivative, and the functions that a program defines because its lines call them. */
import { type ActivationId, activations } from '../../engine/model/activations';
import type { NumpyLines } from '../../engine/model/activations/activation';
import { activationNotes } from '../../engine/model/activations/notes';
import { printedLines } from './numpyOps';

export function numpyActivation(id: ActivationId): NumpyLines {
  return activationNotes[id].numpy ?? printedLines(activations[id]);
}

/** By name, in the order in which they are written: each calls only those above it. */
const functions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (Object.keys(activations) as ActivationId[]).flatMap((id) =>
      Object.entries(numpyActivation(id).functions),
    ),
  ),
  softmax: `
def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)`,
  log_sum_exp: `
def log_sum_exp(z):
    top = z.max(axis=1, keepdims=True)
    return top + np.log(np.exp(z - top).sum(axis=1, keepdims=True))`,
};

/** The functions that the lines call, and those that they call. */
export function definitionsFor(lines: string): string[] {
  const called = new Set<string>();
  const follow = (text: string) => {
    for (const [, name] of text.matchAll(/(?<![\w.])(\w+)\(/g)) {
      const definition = functions[name as string];
      if (definition === undefined || called.has(name as string)) continue;
      called.add(name as string);
      follow(definition);
    }
  };
  follow(lines);
  return Object.keys(functions)
    .filter((name) => called.has(name))
    .map((name) => functions[name] as string);
}
