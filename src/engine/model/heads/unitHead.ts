/** Heads made of formulas over `Ops`: their terms and dL/dz in float64. */
import { type ActivationId, activations } from '../activations';
import { numberOps } from '../ops';
import type { ErrorFormulas, HeadFacts, SoftmaxErrorHead, UnitFormulas, UnitHead } from './head';

export function unitHead<const F extends HeadFacts>(facts: F, formulas: UnitFormulas): F & UnitHead {
  const { fromLogits, looksAt } = facts;
  return {
    ...facts,
    kind: 'unit',
    formulas,
    term: ({ logits, outputs, targets }, j, options) => {
      const y = targets[j] as number;
      if (looksAt === 'trueClass' && y === 0) return null;
      return formulas.term(numberOps, (fromLogits ? logits : outputs)[j] as number, y, options);
    },
    deltas: ({ activation, logits, outputs, targets }, options) => {
      const { derivative } = activations[activation as ActivationId];
      return Float64Array.from(outputs, (a, j) =>
        formulas.delta(numberOps, a, targets[j] as number, derivative(logits[j] as number), options),
      );
    },
  };
}

/** The error of each unit of an element-wise output. */
export function errorHead<const F extends HeadFacts>(facts: F, formulas: ErrorFormulas): F & UnitHead {
  return unitHead(facts, {
    term: formulas.term,
    delta: (ops, a, y, slope, options) => ops.multiply(formulas.slope(ops, a, y, options), slope),
  });
}

/** The error of each unit of softmax. */
export function softmaxErrorHead<const F extends HeadFacts>(
  facts: F,
  formulas: ErrorFormulas,
): F & SoftmaxErrorHead {
  return {
    ...facts,
    kind: 'softmaxError',
    formulas,
    term: ({ outputs, targets }, j, options) =>
      formulas.term(numberOps, outputs[j] as number, targets[j] as number, options),
    deltas: ({ outputs, targets }, options) => {
      const slopes = Float64Array.from(outputs, (a, j) =>
        formulas.slope(numberOps, a, targets[j] as number, options),
      );
      return throughSoftmax(outputs, slopes);
    },
  };
}

/** a_k (s_k − Σ_j s_j a_j) with the slopes s = dL/da. [output unit] */
function throughSoftmax(outputs: ArrayLike<number>, slopes: Float64Array): Float64Array {
  const mean = slopes.reduce((sum, each, j) => sum + each * (outputs[j] as number), 0);
  return slopes.map((each, j) => (outputs[j] as number) * (each - mean));
}
