/** The state of the house that is not the document: the run, the latest numbers of it, and how the page looks at them. */

import type { LossHistory } from '../drawings/losses/history';
import type { DeviceChoice } from '../engine/devices/createDevice';
import type { DeviceSpeeds } from '../engine/devices/timings';
import type { Fallback } from '../engine/training/deviceHolder';
import type { Snapshot } from '../engine/training/snapshot';
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
}

/** What a press on the plane does. */
export type Tool =
  | { readonly kind: 'brush'; readonly class: number }
  | { readonly kind: 'eraser' }
  | { readonly kind: 'select' };

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
}

export interface Latest {
  readonly snapshot: Snapshot | null;
  /** Loss curve of the current run, thinned. */
  readonly history: LossHistory;
}

export const firstRun: RunState = {
  runId: 0,
  playing: false,
  halt: null,
  fallback: null,
  speeds: null,
  worker: 'working',
  steps: { count: 0, unit: 'epoch' },
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
};
