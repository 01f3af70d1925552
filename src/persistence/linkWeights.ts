/** Weights set by the learner, which the document does not hold: beside it in a link, single-precision and no longer than that takes. */
import * as v from 'valibot';
import { presentFeatures } from '../engine/data/inputs';
import { isIndex, numbers } from '../engine/documentSchema';
import { type Experiment, limits } from '../engine/experiment';
import { float32Text } from '../engine/float32Text';
import { planNetwork } from '../engine/model/network';
import { briefText, type Problem } from '../engine/problem';
import type { WeightChange } from '../engine/training/snapshot';

interface PackedWeights {
  readonly weights?: {
    /** Places among the parameters; absent where all of them follow in order. */
    readonly at?: readonly number[];
    readonly values: readonly number[];
  };
}

export function packWeights(changes: readonly WeightChange[]): PackedWeights {
  if (changes.length === 0) return {};
  const values = changes.map(({ value }) => Number(float32Text(Math.fround(value))));
  const inOrder = changes.length > 1 && changes.every(({ index }, place) => index === place);
  return { weights: inOrder ? { values } : { at: changes.map(({ index }) => index), values } };
}

const most = 3.4e38;
const isWeight = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= most;
const values = numbers(limits.frozenParameters, isWeight);
const places = numbers(limits.frozenParameters, isIndex);
const packed = v.strictObject({ at: v.optional(places), values });

type WeightsRead = { readonly changes: readonly WeightChange[] } | { readonly problem: Problem };

/** Takes the weights out of what a link holds; they are read once it is known which network they are of. */
export function unpackWeights(input: unknown): {
  readonly document: unknown;
  readonly weights: (experiment: Experiment) => WeightsRead;
} {
  if (typeof input !== 'object' || input === null || !('weights' in input)) {
    return { document: input, weights: () => ({ changes: [] }) };
  }
  const { weights, ...document } = input;
  return { document, weights: (experiment) => readWeights(weights, experiment) };
}

function readWeights(input: unknown, { model, data }: Experiment): WeightsRead {
  const parsed = v.safeParse(packed, input, { abortEarly: true });
  const { parameterCount } = planNetwork(model, data, presentFeatures(data).length);
  const bad = (value: string, field: string, allowed?: string): WeightsRead => ({
    problem: { code: 'outOfRange', field, value, ...(allowed ? { allowed } : {}) },
  });
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const allowed = issue.type === 'max_length' ? `≤ ${limits.frozenParameters}` : undefined;
    return bad(briefText(issue.received), briefText(`weights.${v.getDotPath(issue) ?? ''}`), allowed);
  }
  const { at, values: numbers } = parsed.output;
  const indices = at ?? numbers.map((_, index) => index);
  if (indices.length !== numbers.length) return bad(String(indices.length), 'weights.at');
  const beyond = indices.find((index) => index >= parameterCount);
  if (beyond !== undefined) return bad(String(beyond), 'weights.at', `0–${parameterCount - 1}`);
  return { changes: numbers.map((value, place) => ({ index: indices[place] as number, value })) };
}
