/** What the network now makes of the point or place that is looked at: for the diagram. */
import type { Trace } from '../../../drawings/network/TracedValues';
import type { Experiment } from '../../../engine/experiment';
import { forward } from '../../../engine/model/forward';
import { combine, map } from '../../../engine/readableStore';
import type { Snapshot } from '../../../engine/training/snapshot';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { followed, locate } from '../../../store/probing';
import type { Probe } from '../../../store/runState';
import { sourceOf } from '../../../store/store';

const experimentStore = sourceOf(({ experiment }) => experiment);

/** The same object while nothing of it changes. */
export const traced = map(
  combine(sourceOf(followed), currentSnapshot, experimentStore),
  ([probe, snapshot, experiment]) => traceOf(experiment, probe, snapshot),
);

function traceOf(experiment: Experiment, probe: Probe | null, snapshot: Snapshot | null): Trace | null {
  const place = probe && locate(experiment.data, probe);
  if (!place || !snapshot) return null;
  const inputs = prepared(experiment.data).inputMap.fill([place.x1], [place.x2]);
  const outputs = forward(network(experiment), snapshot.parameters, inputs).at(-1)?.outputs;
  return outputs ? { inputs, outputs } : null;
}
