/**
 * Changes of the data part of the document, as pure functions. Each leaves a document that fits together: where the task or the
 * number of classes changes, an output and a loss that suited the old one give way to those that suit the new one.
 */
import type { Dataset, PlaneRange } from '../engine/data/dataset';
import { type DatasetId, datasets } from '../engine/data/datasets';
import { type FeatureId, features } from '../engine/data/features';
import { planeAbout, sameRange, widenedTo } from '../engine/data/planeRange';
import { pointsOf } from '../engine/data/prepareData';
import { listOf } from '../engine/data/typedColumns';
import {
  type DataSpec,
  type Experiment,
  limits,
  type OwnSource,
  type PresetSource,
} from '../engine/experiment';
import { suitOutput } from './modelEdits';

export interface NewPoint {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
}

/** Task and number of inputs as the one choice the page offers. */
export type TaskChoice = 'classification' | 'regression1' | 'regression2';

export function taskChoiceOf({ task, inputs }: Pick<DataSpec, 'task' | 'inputs'>): TaskChoice {
  if (task === 'classification') return 'classification';
  return inputs === 1 ? 'regression1' : 'regression2';
}

/** The data sets of a task, in menu order. */
export function datasetsOf(choice: TaskChoice): Dataset[] {
  return Object.values<Dataset>(datasets).filter((dataset) => taskChoiceOf(dataset) === choice);
}

function withData(experiment: Experiment, data: Partial<DataSpec>): Experiment {
  return suitOutput({ ...experiment, data: { ...experiment.data, ...data } }, experiment);
}

/** Replaces the points by a data set, at its own noise and number of points unless the learner already chose a number. */
export function choosePreset(experiment: Experiment, id: DatasetId): Experiment {
  const dataset: Dataset = datasets[id];
  const { data } = experiment;
  const before = data.source.kind === 'preset' ? data.source : null;
  const [fewest, most] = dataset.classes;
  return withData(experiment, {
    task: dataset.task,
    inputs: dataset.inputs,
    classes: dataset.task === 'regression' ? data.classes : Math.min(Math.max(data.classes, fewest), most),
    plane: dataset.plane,
    features: featuresFor(dataset.inputs, data.features),
    source: {
      kind: 'preset',
      id,
      points: before?.points ?? dataset.defaultPoints,
      noise: dataset.defaultNoise,
      seed: before?.seed ?? 1,
    },
  });
}

/** Switches the task, starting with its first data set. */
export function chooseTask(experiment: Experiment, choice: TaskChoice): Experiment {
  const [first] = datasetsOf(choice);
  if (!first || taskChoiceOf(experiment.data) === choice) return experiment;
  return choosePreset(experiment, first.id as DatasetId);
}

function featuresFor(inputs: 1 | 2, chosen: readonly FeatureId[]): readonly FeatureId[] {
  const kept = chosen.filter((id) => inputs === 2 || !features[id].usesX2);
  if (inputs === 2 && kept.length === 1 && kept[0] === 'x1') return ['x1', 'x2'];
  return kept.length > 0 ? kept : ['x1'];
}

/** Changes a setting of the data set; own points have none. */
export function setPreset(
  experiment: Experiment,
  change: Partial<Omit<PresetSource, 'kind' | 'id'>>,
): Experiment {
  const { source } = experiment.data;
  if (source.kind === 'own') return experiment;
  return withData(experiment, { source: { ...source, ...change } });
}

/**
 * Sets the number of classes. A data set that cannot make so many becomes own points; own points of classes that no longer exist
 * go (undo brings them back).
 */
export function setClasses(experiment: Experiment, classes: number): Experiment {
  const { source } = experiment.data;
  if (source.kind === 'preset') {
    const [fewest, most] = datasets[source.id].classes;
    if (classes >= fewest && classes <= most) return withData(experiment, { classes });
  }
  const own = ownSource(experiment.data);
  const kept = keepPoints(
    own,
    Uint8Array.from(own.y, (label) => (label < classes ? 1 : 0)),
  );
  return withData(experiment, { classes, source: kept });
}

export function setTestShare(experiment: Experiment, testShare: number): Experiment {
  return withData(experiment, { testShare, source: drawn(experiment.data) });
}

export function setSplitSeed(experiment: Experiment, splitSeed: number): Experiment {
  return withData(experiment, { splitSeed, source: drawn(experiment.data) });
}

/** The same points, split by the seed again and not as their file said. */
function drawn({ source }: DataSpec): DataSpec['source'] {
  return source.kind === 'own' && source.isTest ? withSplit(source, undefined) : source;
}

export function setStandardize(experiment: Experiment, standardize: boolean): Experiment {
  return withData(experiment, { standardize });
}

/** Adds or takes away an input; the last one stays. Inputs keep the order of the registry. */
export function toggleFeature(experiment: Experiment, id: FeatureId): Experiment {
  const chosen = new Set(experiment.data.features);
  if (!chosen.delete(id)) chosen.add(id);
  if (chosen.size === 0) return experiment;
  const ordered = (Object.keys(features) as FeatureId[]).filter((known) => chosen.has(known));
  return withData(experiment, { features: ordered });
}

/** The points as the learner's own, from any source. */
export function ownSource(data: DataSpec): OwnSource {
  if (data.source.kind === 'own') return data.source;
  const { x1, x2, y } = pointsOf(data);
  return { kind: 'own', x1: listOf(x1), x2: listOf(x2), y: listOf(y) };
}

/** The points with a 1. [point] */
function keepPoints(own: OwnSource, isKept: Uint8Array): OwnSource {
  const columns = {
    x1: entriesOf(own.x1, isKept),
    x2: entriesOf(own.x2, isKept),
    y: entriesOf(own.y, isKept),
  };
  return withSplit({ ...own, ...columns }, own.isTest && entriesOf(own.isTest, isKept));
}

/** The entries with a 1. They move up in a copy, because an eraser goes through 100,000 points many times a second. */
function entriesOf<T>(column: readonly T[], isKept: Uint8Array): T[] {
  const entries = column.slice();
  let count = 0;
  for (let i = 0; i < column.length; i++) if (isKept[i] === 1) entries[count++] = column[i] as T;
  entries.length = count;
  return entries;
}

/** A split of the data's own, as long as one of its points trains. */
function withSplit({ x1, x2, y, names }: OwnSource, isTest: OwnSource['isTest']): OwnSource {
  const own: OwnSource = { kind: 'own', x1, x2, y, ...(names && { names }) };
  return isTest?.includes(0) ? { ...own, isTest } : own;
}

/** Adds points; a class beyond the present ones makes them more. What exceeds the limit of the document is left out. */
export function addPoints(experiment: Experiment, added: readonly NewPoint[]): Experiment {
  const { data } = experiment;
  const own = ownSource(data);
  const room = added.slice(0, Math.max(0, limits.points - own.y.length));
  if (room.length === 0) return experiment;
  return withData(experiment, {
    classes: room.reduce((classes, point) => classesWith(data, classes, point.y), data.classes),
    source: withSplit(
      {
        ...own,
        x1: [...own.x1, ...room.map((point) => point.x1)],
        x2: [...own.x2, ...room.map((point) => (data.inputs === 1 ? 0 : point.x2))],
        y: [...own.y, ...room.map((point) => point.y)],
      },
      // Points that the learner adds are training points.
      own.isTest && [...own.isTest, ...room.map(() => 0 as const)],
    ),
  });
}

/** The number of classes that includes `y`; a regression target needs none. */
function classesWith({ task }: Pick<DataSpec, 'task'>, classes: number, y: number): number {
  return task === 'regression' ? classes : Math.max(classes, y + 1);
}

/**
 * Gives one point other coordinates or another answer; a class beyond the present ones makes them more. A place beyond the plane widens
 * it, so that the point is seen.
 */
export function setPoint(experiment: Experiment, index: number, change: Partial<NewPoint>): Experiment {
  const { data } = experiment;
  const own = ownSource(data);
  if (index < 0 || index >= own.y.length) return experiment;
  const changed = (column: readonly number[], value: number | undefined) =>
    value === undefined || column[index] === value ? column : column.with(index, value);
  const x1 = changed(own.x1, change.x1);
  const x2 = changed(own.x2, data.inputs === 1 ? undefined : change.x2);
  const y = changed(own.y, change.y);
  if (x1 === own.x1 && x2 === own.x2 && y === own.y) return experiment;
  const height = data.inputs === 1 ? change.y : change.x2;
  return withData(experiment, {
    classes: classesWith(data, data.classes, y[index] ?? 0),
    plane: widenedTo(data.plane, given(change.x1), given(height)),
    source: { ...own, x1, x2, y },
  });
}

function given(value: number | undefined): readonly number[] {
  return value === undefined ? [] : [value];
}

/** Shows another part of the plane; the run stays as it is. */
export function setPlane(experiment: Experiment, plane: PlaneRange): Experiment {
  if (sameRange(plane, experiment.data.plane)) return experiment;
  return { ...experiment, data: { ...experiment.data, plane } };
}

/** Shows the part of the plane that the points are on; without any, that of the data set is left as it is. */
export function fitPlaneToPoints(experiment: Experiment): Experiment {
  const { x1, x2, y } = ownSource(experiment.data);
  const { inputs } = experiment.data;
  return setPlane(experiment, planeAbout(x1, inputs === 1 ? y : x2, inputs === 2) ?? experiment.data.plane);
}

/** Points from outside, with the task they are for. */
export interface ImportedPoints
  extends Pick<DataSpec, 'task' | 'inputs' | 'plane'>,
    Omit<OwnSource, 'kind' | 'isTest'> {
  readonly isTest?: OwnSource['isTest'] | null;
  /** Whether inputs are standardised from now on; absent, as before. */
  readonly standardize?: boolean;
}

/** Replaces the points by others, and the task by theirs. Test share and seeds stay, unless the points have a split of their own. */
export function importPoints(experiment: Experiment, points: ImportedPoints): Experiment {
  const { x1, x2, y, isTest, names, ...imported } = points;
  const { data } = experiment;
  const [fewest] = limits.planeClasses;
  const source: OwnSource = { kind: 'own', x1, x2, y, ...(names && { names }) };
  const share = (isTest ?? []).reduce<number>((sum, flag) => sum + flag, 0) / y.length;
  const classes = y.reduce((most, label) => classesWith(imported, most, label), fewest);
  return withData(experiment, {
    ...imported,
    classes: imported.task === 'regression' ? data.classes : classes,
    features: featuresFor(imported.inputs, data.features),
    source: withSplit(source, isTest ?? undefined),
    ...(isTest && { testShare: Math.min(Math.round(100 * share) / 100, limits.testShare[1]) }),
  });
}

export function removePoints(experiment: Experiment, indices: ReadonlySet<number>): Experiment {
  if (indices.size === 0) return experiment;
  const own = ownSource(experiment.data);
  const isKept = new Uint8Array(own.y.length).fill(1);
  for (const index of indices) isKept[index] = 0;
  return withData(experiment, { source: keepPoints(own, isKept) });
}

/**
 * Moves points by a distance of the plane; with one input the vertical part moves the target. They stop together where the outermost one
 * meets the edge of the part of the plane that is shown, so that they keep their shape; those beside it come no further away.
 */
export function movePoints(
  experiment: Experiment,
  indices: ReadonlySet<number>,
  dx: number,
  dy: number,
): Experiment {
  const { data } = experiment;
  const own = ownSource(data);
  const { x, y } = data.plane;
  const shifted = (column: readonly number[], by: number, range: PlaneRange['x']) => {
    const room = roomOf(column, indices, range);
    const allowed = Math.min(Math.max(by, room[0]), room[1]);
    if (allowed === 0) return column;
    return column.map((value, i) => (indices.has(i) ? kept(value + allowed, value, range) : value));
  };
  const upright = data.inputs === 1 ? own.y : own.x2;
  const x1 = shifted(own.x1, dx, x);
  const moved = shifted(upright, dy, y);
  if (x1 === own.x1 && moved === upright) return experiment;
  return withData(experiment, {
    source: { ...own, x1, ...(data.inputs === 1 ? { y: moved } : { x2: moved }) },
  });
}

/** How far all of them can go to either side; 0 where one is at the edge or beyond. */
function roomOf(
  column: readonly number[],
  indices: ReadonlySet<number>,
  [low, high]: PlaneRange['x'],
): readonly [number, number] {
  let [back, forth] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const index of indices) {
    const value = column[index];
    if (value === undefined) continue;
    back = Math.max(back, Math.min(low - value, 0));
    forth = Math.min(forth, Math.max(high - value, 0));
  }
  return [back, forth];
}

/** On the plane to the last bit, which a sum may miss. */
function kept(value: number, before: number, [low, high]: PlaneRange['x']): number {
  return Math.min(Math.max(value, Math.min(low, before)), Math.max(high, before));
}

export function clearPoints(experiment: Experiment): Experiment {
  return withData(experiment, { source: { kind: 'own', x1: [], x2: [], y: [] } });
}
