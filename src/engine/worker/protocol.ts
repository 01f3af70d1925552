/** What page and worker say to each other. Types only. A run has a number; the page drops whatever belongs to an older one. */
import type { DeviceChoice } from '../devices/createDevice';
import type { DeviceSpeeds } from '../devices/timings';
import type { Experiment } from '../experiment';
import type { CostSurface, SurfaceProblem, SurfaceQuestion } from '../training/costSurface/surfaceQuestion';
import type { Fallback } from '../training/failoverDevice';
import type { Speed } from '../training/film';
import type { Snapshot, Timeline, Watch, WeightChange } from '../training/snapshot';
import type { StepContext } from '../training/stepContext';
import type { FilmEnd } from '../training/stopRules';
import type { Resume } from '../training/trainer';

export type ToWorker =
  /** Starts a run from the document's initial weights; the latest one wins. */
  | {
      readonly type: 'configure';
      readonly runId: number;
      readonly experiment: Experiment;
      readonly device: DeviceChoice;
      readonly playing: boolean;
      /** Visits that were asked for so far, all of other runs or of the worker before this one. */
      readonly visits: number;
      /** Goes on from here instead: the worker before this one died. */
      readonly resume?: Resume;
    }
  /** Settings that a running model takes over (see `planChange`). */
  | { readonly type: 'retune'; readonly runId: number; readonly experiment: Experiment }
  | { readonly type: 'device'; readonly device: DeviceChoice }
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** So many updates, or to the end of so many epochs, 1 unless it says otherwise. */
  | { readonly type: 'step'; readonly unit: 'update' | 'epoch'; readonly times?: number }
  /** Sets single weights or biases by hand; optimiser state stays. */
  | { readonly type: 'weights'; readonly runId: number; readonly changes: readonly WeightChange[] }
  /** What snapshots shall show besides. */
  | { readonly type: 'watch'; readonly watch: Watch }
  /** Goes back (or forth) to a moment of the run, at rest; whatever trains on from there takes the place of what came after it. */
  | {
      readonly type: 'visit';
      readonly runId: number;
      readonly epoch: number;
      /** Visits that were asked for, this one included. */
      readonly visits: number;
    }
  /** Asks what the next update starts from. */
  | { readonly type: 'moment'; readonly runId: number }
  /** What the cost surface is to show, latest wins; null when nobody looks any more. */
  | { readonly type: 'surface'; readonly question: SurfaceQuestion | null }
  | { readonly type: 'speed'; readonly speed: Speed }
  /** The page has drawn the last snapshot and can take another. */
  | { readonly type: 'acknowledge' };

export type FromWorker =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  /** Training stopped by itself; a snapshot of where it stands precedes it. */
  | { readonly type: 'halted'; readonly runId: number; readonly reason: FilmEnd }
  /** A device could not be had or was lost; training goes on where it was on another. */
  | ({ readonly type: 'fallback'; readonly runId: number } & Fallback)
  /** The moments of the run that can be gone back to, after the last of so many visits; latest wins. */
  | {
      readonly type: 'timeline';
      readonly runId: number;
      readonly timeline: Timeline;
      readonly visits: number;
    }
  /** What the next update starts from, when it was asked for. */
  | { readonly type: 'moment'; readonly runId: number; readonly moment: StepContext }
  /** An answer to the latest question, given anew when the run has moved off it. */
  | { readonly type: 'surface'; readonly runId: number; readonly surface: CostSurface | SurfaceProblem }
  /** How much of the next answer is computed, 0–1. */
  | { readonly type: 'surfaceProgress'; readonly runId: number; readonly share: number }
  /** How fast the devices train the experiment at hand, latest wins; null while nothing is known of it. */
  | { readonly type: 'speeds'; readonly speeds: DeviceSpeeds | null }
  /** A fault of ours: the run cannot go on. */
  | { readonly type: 'failed'; readonly runId: number; readonly message: string };
