/** What the network makes, at this moment, of the point or place that is looked at: for the diagram. */
import type { Trace } from '../../../drawings/network/TracedValues';
import type { Experiment } from '../../../engine/experiment';
import { forward } from '../../../engine/model/forward';
import { combine, type ReadableStore } from '../../../engine/readableStore';
import type { Snapshot } from '../../../engine/training/snapshot';
import { currentSnapshot, network, prepared } from '../../../store/derived';
import { followed, locate } from '../../../store/probing';
import type { Probe } from '../../../store/runState';
import { sourceOf, store } from '../../../store/store';

const probed = sourceOf(followed);
const changes = combine(probed, currentSnapshot);

interface Known {
  readonly probe: Probe | null;
  readonly snapshot: Snapshot | null;
  readonly experiment: Experiment;
  readonly trace: Trace | null;
}

let known: Known | null = null;

/** The same object while nothing of it changes. */
export const traced: ReadableStore<Trace | null> = {
  get: () => {
    const probe = probed.get();
    const snapshot = currentSnapshot.get();
    const { experiment } = store.getState();
    if (known?.probe !== probe || known.snapshot !== snapshot || known.experiment !== experiment) {
      known = { probe, snapshot, experiment, trace: traceOf(experiment, probe, snapshot) };
    }
    return known.trace;
  },
  subscribe: (listener) => changes.subscribe(listener),
};

function traceOf(experiment: Experiment, probe: Probe | null, snapshot: Snapshot | null): Trace | null {
  const place = probe && locate(experiment.data, probe);
  if (!place || !snapshot) return null;
  const inputs = prepared(experiment.data).inputMap.fill([place.x1], [place.x2]);
  const outputs = forward(network(experiment), snapshot.parameters, inputs).at(-1)?.outputs;
  return outputs ? { inputs, outputs } : null;
}
