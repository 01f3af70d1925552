/** Where z of a layer lies now, at an evenly drawn part of the training points. */
import { useMemo } from 'react';
import { zRange } from '../../../../drawings/activation/activationScale';
import { evenly } from '../../../../engine/training/health';
import { type LogitSpread, logitSpread } from '../../../../engine/training/logitSpread';
import { network, prepared, runSnapshot } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { useSnapshot } from '../../../../store/useSnapshot';

const mostPoints = 200;
/** Weights times points, so that a wide network takes a few milliseconds too. */
const mostProducts = 1_000_000;

/** null before the first picture. */
export function useSpread(layer: number): LogitSpread | null {
  const experiment = useStore((state) => state.experiment);
  const snapshot = useSnapshot(runSnapshot);
  return useMemo(() => {
    const plan = network(experiment);
    if (!snapshot) return null;
    const { points, split, inputMap } = prepared(experiment.data);
    const affordable = Math.max(1, Math.floor(mostProducts / plan.parameterCount));
    const count = Math.min(split.train.length, mostPoints, affordable);
    const indices = evenly(split.train.length, count).map((i) => split.train[i] as number);
    const column = (values: Float64Array) => Float64Array.from(indices, (index) => values[index] as number);
    const inputs = inputMap.fill(column(points.x1), column(points.x2));
    return logitSpread(plan, snapshot.parameters, inputs, [layer], zRange);
  }, [experiment, snapshot, layer]);
}
