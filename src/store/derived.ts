/** What follows from the document and costs something to work out: computed once for each document, and forgotten with it. */
import { type PreparedData, prepareData } from '../engine/data/prepareData';
import type { DataSpec, Experiment } from '../engine/experiment';
import { type NetworkPlan, outputUnits, planNetwork } from '../engine/model/network';
import { sourceOf } from './store';

/** From this number of points on, what is done with all of them takes a turn of the page of its own. */
export const manyPoints = 10_000;

const preparedOf = new WeakMap<DataSpec, PreparedData>();
let latestPrepared: { readonly data: DataSpec; readonly prepared: PreparedData } | null = null;

/** Points, split and inputs of the document; the same object for the same data, whichever part of the plane is shown. */
export function prepared(data: DataSpec): PreparedData {
  const known = preparedOf.get(data);
  if (known) return known;
  const fresh =
    latestPrepared && differsInPlane(latestPrepared.data, data) ? latestPrepared.prepared : prepareData(data);
  latestPrepared = { data, prepared: fresh };
  preparedOf.set(data, fresh);
  return fresh;
}

/** Whether the documents differ only in the part of the plane. */
function differsInPlane(a: DataSpec, b: DataSpec): boolean {
  const keys = Object.keys(a) as (keyof DataSpec)[];
  return keys.every((key) => key === 'plane' || a[key] === b[key]);
}

const networkOf = new WeakMap<Experiment, NetworkPlan>();
let latestNetwork: NetworkPlan | null = null;

/** The network of the document; the same object as before where an edit did not change it, so that its picture can stay. */
export function network(experiment: Experiment): NetworkPlan {
  const known = networkOf.get(experiment);
  if (known) return known;
  const fresh = planNetwork(experiment.model, experiment.data, prepared(experiment.data).inputMap.width);
  const isSame = JSON.stringify(fresh) === JSON.stringify(latestNetwork);
  const plan = isSame && latestNetwork ? latestNetwork : fresh;
  latestNetwork = plan;
  networkOf.set(experiment, plan);
  return plan;
}

/**
 * The latest snapshot, as long as its network is the document's: between a change of the model and the first picture of the new
 * one there is none, between two runs of one model the old one stands.
 */
export const currentSnapshot = sourceOf(({ latest: { snapshot }, experiment }) => {
  if (!snapshot) return null;
  const plan = network(experiment);
  const fits =
    snapshot.parameters.length === plan.parameterCount &&
    snapshot.unitMaps.units === plan.unitCount &&
    snapshot.outputs.units === outputUnits(experiment.data, experiment.model.outputActivation);
  return fits ? snapshot : null;
});

/** The latest snapshot of the run at work; null until its first one. */
export const runSnapshot = sourceOf(({ latest: { snapshot }, run }) =>
  snapshot?.runId === run.runId ? snapshot : null,
);
