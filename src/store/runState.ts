/** The state of the house that is not the document: the run, the latest numbers of it, and how the page looks at them. */

import type { HealthRow } from '../drawings/health/healthRow';
import { emptyHistory, type History, type LossHistory } from '../drawings/losses/history';
import type { DeviceChoice } from '../engine/devices/createDevice';
import type { DeviceSpeeds } from '../engine/devices/timings';
import type { UnitRef } from '../engine/model/network';
import type { TargetId } from '../engine/programs';
import type { Fallback } from '../engine/training/deviceHolder';
import type { Health, Snapshot, Timeline, WeightChange } from '../engine/training/snapshot';
import type { Halt } from '../engine/training/trainer';

export type StepUnit = 'update' | 'epoch';

export interface RunState {
  /** Changes whenever training starts again from initial weights. */
  readonly runId: number;
  readonly playing: boolean;
  /** Why the run stopped by itself, and in which epoch. */
  readonly halt: { readonly reason: Halt; readonly epoch: number } | null;
  /** A device was lost or could not be had, and which one took over. */
  readonly fallback: Fallback | null;
  /** How fast the devices train this experiment, once that was measured. */
  readonly speeds: DeviceSpeeds | null;
  readonly worker: 'working' | 'restarted' | 'dead';
  /** Steps asked for so far; each new one is a command to the worker. */
  readonly steps: { readonly count: number; readonly unit: StepUnit };
  /** The latest weights set by hand; each new count is a command to the worker. */
  readonly weightEdits: { readonly count: number; readonly changes: readonly WeightChange[] };
  /** The latest moment of the timeline that was asked for; each new count is a command to the worker. */
  readonly visits: { readonly count: number; readonly epoch: number };
}

/** What is followed through the network: a point of the data, or a place of the plane (x₂ is its height where there is one input). */
export type Probe =
  | { readonly kind: 'point'; readonly index: number }
  | { readonly kind: 'place'; readonly x1: number; readonly x2: number };

/** The closer looks under the main screen. */
export type DockTab =
  | 'code'
  | 'probe'
  | 'table'
  | 'lossPoints'
  | 'health'
  | 'confusion'
  | 'hiddenSpace'
  | 'runs';

/** What a press on the plane does. */
export type Tool =
  | { readonly kind: 'brush'; readonly class: number }
  | { readonly kind: 'eraser' }
  | { readonly kind: 'select' }
  | { readonly kind: 'probe' };

/** How the page looks at the run; none of it changes a number of it. */
export interface ViewState {
  readonly tool: Tool;
  /** Target of new points when the model has two inputs and regresses. */
  readonly newValue: number;
  /** Indices into the points. */
  readonly selection: ReadonlySet<number>;
  readonly discretize: boolean;
  readonly showTest: boolean;
  readonly lossScale: 'linear' | 'log';
  readonly stepUnit: StepUnit;
  readonly updatesPerSecond: number | null;
  readonly device: DeviceChoice;
  /** Index of the point under the pointer, on the plane or in any other picture or table of the points. */
  readonly pointed: number | null;
  /** Pinned; null for what `aim` is on. */
  readonly probe: Probe | null;
  /** The unit whose map takes the place of the boundary. */
  readonly shownUnit: UnitRef | null;
  /** The hidden layer that is looked into; null when nobody looks. */
  readonly hiddenLayer: number | null;
  readonly dockTab: DockTab;
  readonly dockTall: boolean;
  /** The library that the experiment is shown in, and whether with its data and initial weights. */
  readonly code: { readonly target: TargetId; readonly inlined: boolean };
}

export interface Latest {
  readonly snapshot: Snapshot | null;
  /** Loss curve of the current run, thinned. */
  readonly history: LossHistory;
  /** The last closer look at the layers of this run. */
  readonly health: Health | null;
  /** Gradients and updates of the layers over this run, thinned. */
  readonly healthHistory: History<HealthRow>;
  readonly timeline: Timeline;
}

export const firstRun: RunState = {
  runId: 0,
  playing: false,
  halt: null,
  fallback: null,
  speeds: null,
  worker: 'working',
  steps: { count: 0, unit: 'epoch' },
  weightEdits: { count: 0, changes: [] },
  visits: { count: 0, epoch: 0 },
};

export const emptyTimeline: Timeline = { epochs: [], at: null };

export const firstLatest: Latest = {
  snapshot: null,
  history: emptyHistory,
  health: null,
  healthHistory: emptyHistory,
  timeline: emptyTimeline,
};

export const firstView: ViewState = {
  tool: { kind: 'brush', class: 0 },
  newValue: 1,
  selection: new Set(),
  discretize: false,
  showTest: true,
  lossScale: 'linear',
  stepUnit: 'epoch',
  updatesPerSecond: null,
  device: 'auto',
  pointed: null,
  probe: null,
  shownUnit: null,
  hiddenLayer: null,
  dockTab: 'lossPoints',
  dockTall: false,
  code: { target: 'keras', inlined: false },
};
