/**
 * What page and worker say to each other. Types only. A run has a number, and so has each command, ascending over the life of the page:
 * what the worker posts names its run and the last command it has seen, and the page drops what is out of date by either.
 */
import type { DeviceChoice } from '../devices/createDevice';
import type { DeviceSpeeds } from '../devices/timings';
import type { Experiment } from '../experiment';
import type { CostSurface, SurfaceProblem, SurfaceQuestion } from '../training/costSurface/surfaceQuestion';
import type { Fallback } from '../training/failoverDevice';
import type { Speed } from '../training/film';
import type { RunSettings } from '../training/planChange';
import type { Snapshot, Timeline, Watch, WeightChange } from '../training/snapshot';
import type { StepContext } from '../training/stepContext';
import type { FilmEnd } from '../training/stopRules';
import type { Resume } from '../training/trainer';

/** Starts a run from the document's initial weights; the latest one wins, and drops the commands that wait. */
export interface Configure {
  readonly type: 'configure';
  readonly command: number;
  readonly runId: number;
  readonly experiment: Experiment;
  readonly device: DeviceChoice;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly watch: Watch;
  readonly surface: SurfaceQuestion | null;
  /** Goes on from here instead: the worker before this one died. */
  readonly resume?: Resume;
}

/** What is done in turn, in the order in which it was asked for. */
export type Command = UnnumberedCommand & { readonly command: number };

export type UnnumberedCommand =
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** Trains `times` updates, or to the end of `times` epochs. */
  | { readonly type: 'step'; readonly unit: 'update' | 'epoch'; readonly times: number }
  /** Sets single weights or biases; the state of the optimiser stays. */
  | { readonly type: 'setWeights'; readonly changes: readonly WeightChange[] }
  /** Goes to the checkpoint nearest to an epoch, at rest; training that goes on from there replaces what came after it. */
  | { readonly type: 'seek'; readonly epoch: number }
  /** Asks what the next update starts from. */
  | { readonly type: 'inspectStep' }
  /** Settings that a running model takes over (see `planChange`). */
  | { readonly type: 'retune'; readonly settings: RunSettings }
  | { readonly type: 'device'; readonly device: DeviceChoice }
  /** What snapshots show besides the usual. */
  | { readonly type: 'watch'; readonly watch: Watch };

export type ToWorker =
  | Configure
  | Command
  /** What the cost surface is to show, latest wins; null while its page is closed. */
  | { readonly type: 'surface'; readonly question: SurfaceQuestion | null }
  | { readonly type: 'speed'; readonly speed: Speed }
  /** The page has drawn the last snapshot and can take another. */
  | { readonly type: 'acknowledge' };

export type FromWorker =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  /** Training stopped by itself; a snapshot of where it stands precedes it. */
  | {
      readonly type: 'halted';
      readonly runId: number;
      readonly command: number;
      readonly reason: FilmEnd;
      /** Epochs completed. */
      readonly epoch: number;
    }
  /** A device could not be had or was lost; training goes on where it was on another. */
  | ({ readonly type: 'fallback'; readonly runId: number } & Fallback)
  /** The checkpoints of the run; latest wins. */
  | {
      readonly type: 'timeline';
      readonly runId: number;
      readonly command: number;
      readonly timeline: Timeline;
    }
  /** What the next update starts from, when it was asked for. */
  | { readonly type: 'stepContext'; readonly runId: number; readonly context: StepContext }
  /** An answer to the latest question; there is another when the run has moved off it. */
  | { readonly type: 'surface'; readonly runId: number; readonly surface: CostSurface | SurfaceProblem }
  /** How much of the next answer is computed, 0–1. */
  | { readonly type: 'surfaceProgress'; readonly runId: number; readonly share: number }
  /** How fast the devices train the present experiment, latest wins; null while no speed is known. */
  | { readonly type: 'speeds'; readonly speeds: DeviceSpeeds | null }
  /** A fault of the program: the run cannot go on. */
  | { readonly type: 'failed'; readonly runId: number; readonly message: string };

/** The page asks whether the worker still works; every worker answers with a sign as soon as it looks up. */
export interface Ping {
  readonly type: 'ping';
}

/** A sign of life. */
export interface Sign {
  readonly type: 'sign';
  /** 'long': what nothing can interrupt begins, and may take many seconds; anything said later ends it. */
  readonly doing: 'nothing' | 'work' | 'long';
  /** Whether it answers a ping. */
  readonly isAnswer: boolean;
}

/** What is known of a worker that has said nothing for some seconds: it never spoke yet, it said that this would be long, or nothing. */
export type Silence = 'starting' | 'long' | 'silent';

/** Why there is no worker: the browser lets the page have none, its program did not come, it fails, or it falls silent wherever it trains. */
export type NoWorker = 'refused' | 'notLoaded' | 'failed' | 'hangs';
