/** The forward pass in NumPy, one line a layer. */
import type { ProgramContext } from '../programContext';
import { numpyActivation } from './numpyActivations';

/** `z2 = a1 @ W2 + b2`, and `a2 = relu(z2)` where the layer is hidden. */
export function forwardLines({ layers }: ProgramContext): string[] {
  return layers.flatMap(({ number, isOutput, activation }, k) => {
    const before = k === 0 ? 'X' : `a${k}`;
    const z = `z${number} = ${before} @ W${number} + b${number}`;
    if (isOutput || activation === 'softmax') return [z];
    return [z, `a${number} = ${numpyActivation(activation).value(`z${number}`)}`];
  });
}

/** What `forward` answers: z1, a1, z2 … */
export function forwardNames({ layers }: ProgramContext): string {
  return layers
    .map(({ number, isOutput }) => (isOutput ? `z${number}` : `z${number}, a${number}`))
    .join(', ');
}

export function lastLogits({ layers }: ProgramContext): string {
  return layers.length === 1 ? 'forward(X)' : 'forward(X)[-1]';
}
