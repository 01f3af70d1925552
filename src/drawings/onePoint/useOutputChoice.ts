/** Which output has its numbers written out: the one under the pointer, or else the one that was chosen, or else the true class. */
import { useState } from 'react';
import { predictedClass } from '../../engine/model/prediction';
import type { ValueRow } from './outputSteps';

export interface OutputChoice {
  /** Written out now. */
  readonly unit: number;
  /** By a press or a key, until it is pressed again. */
  readonly chosen: number | null;
  readonly point: (unit: number | null) => void;
  readonly choose: (unit: number | null) => void;
}

/** `outputs` as many as there are units; without a true class the largest stands for it. */
export function useOutputChoice(rows: readonly ValueRow[], outputs: readonly number[]): OutputChoice {
  const [pointed, point] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const truth = rows.find(({ isTruth, unit }) => isTruth && unit !== null)?.unit ?? null;
  const usual = truth ?? (outputs.length > 1 ? predictedClass(outputs) : 0);
  const there = (unit: number | null) => (unit !== null && unit < outputs.length ? unit : null);
  return {
    unit: there(pointed) ?? there(chosen) ?? usual,
    chosen,
    point,
    choose: (unit) => setChosen((last) => (last === unit ? null : unit)),
  };
}
