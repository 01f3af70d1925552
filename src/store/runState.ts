/** The state besides the document: the run, its latest numbers, and how the page shows them. */
import type { TargetId } from '../codegen';
import type { Highlight } from '../drawings/network/highlight';
import type { DeviceChoice } from '../engine/devices/createDevice';
import type { DeviceSpeeds } from '../engine/devices/timings';
import type { Demand } from '../engine/model/demand';
import type { UnitRef } from '../engine/model/network';
import type { SymbolRef } from '../engine/model/symbolRef';
import type { CostSurface, SurfaceProblem } from '../engine/training/costSurface/surfaceQuestion';
import type { Fallback } from '../engine/training/failoverDevice';
import type { Speed } from '../engine/training/film';
import type { HealthRow } from '../engine/training/healthRow';
import { emptyHistory, type History, type LossHistory } from '../engine/training/history';
import type { Health, Snapshot, Timeline } from '../engine/training/snapshot';
import type { StepContext } from '../engine/training/stepContext';
import type { FilmEnd } from '../engine/training/stopRules';
import type { NoWorker, Silence } from '../engine/worker/protocol';
import { type ManualChanges, noManualChanges } from './manualChanges';
import type { PageId } from './pages';

export type StepUnit = 'update' | 'epoch';

export interface RunState {
  /** Changes whenever training starts again from initial weights. */
  readonly runId: number;
  readonly playing: boolean;
  /** Why the run stopped by itself, and in which epoch. */
  readonly halt: { readonly reason: FilmEnd; readonly epoch: number } | null;
  /** A device was lost or could not be had, and which one took over. */
  readonly fallback: Fallback | null;
  /** How fast the devices train this experiment, once that was measured. */
  readonly speeds: DeviceSpeeds | null;
  /** 'moved' is restarted on another device, after it had fallen silent twice. Where there is none, why. */
  readonly worker: 'working' | 'restarted' | 'moved' | NoWorker;
  /** The worker owes a sign of life; null while it gives them. */
  readonly silence: Silence | null;
  /** What the learner has changed in this run beyond the experiment. */
  readonly hands: ManualChanges;
  /** Numbers of commands: what the worker said before it had seen them is out of date. */
  readonly since: {
    /** The last seek; earlier pictures show another checkpoint. */
    readonly seek: number;
    /** The last change of branch; everything earlier belongs to the branch that was left. */
    readonly branch: number;
    /** The last Play or step; an earlier halt no longer counts. */
    readonly goOn: number;
    /** The last weights that the learner set. */
    readonly weights: number;
  };
  /** The film is shown again from its checkpoints, at rest. */
  readonly replaying: boolean;
}

/** Whether nothing can train: there is no worker, nor will there be one without a reload. */
export function cannotTrain({ worker }: Pick<RunState, 'worker'>): boolean {
  return worker !== 'working' && worker !== 'restarted' && worker !== 'moved';
}

/** What is followed through the network: a point of the data, or a place of the plane (x₂ is its height where there is one input). */
export type Probe =
  | { readonly kind: 'point'; readonly index: number }
  | { readonly kind: 'place'; readonly x1: number; readonly x2: number };

/** The steps of the course in their order; each has a sheet with its settings. */
export const steps = ['data', 'model', 'loss', 'training'] as const;
export type Step = (typeof steps)[number];

/** What a press on the plane does; with none it pins what it is on. */
export type Tool =
  | { readonly kind: 'none' }
  | { readonly kind: 'brush'; readonly class: number }
  | { readonly kind: 'eraser' }
  | { readonly kind: 'select' }
  | { readonly kind: 'probe' };

/** Three ways to use the one screen. */
export type Mode = 'learn' | 'explore' | 'present';

/** Parts of the screen that a mode or an address shows; `point` is the page at the right, for every tab. */
export type ScreenPart = 'sentence' | 'plane' | 'network' | 'point' | 'film';

/** How the page looks at the run; none of it changes a number of it. */
export interface ViewState {
  readonly mode: Mode;
  /** The parts of the screen in sight; null for those of the mode. */
  readonly show: readonly ScreenPart[] | null;
  /** Steps whose settings nobody may change here. */
  readonly lock: readonly Step[];
  /** The locked step that somebody has just tried to change. */
  readonly refused: Step | null;
  readonly tool: Tool;
  /** Target of new points when the model has two inputs and regresses. */
  readonly newValue: number;
  /** Indices into the points. */
  readonly selection: ReadonlySet<number>;
  readonly discretize: boolean;
  readonly showTest: boolean;
  /** The axes of the loss curve. */
  readonly lossScale: 'linear' | 'log';
  readonly epochScale: 'linear' | 'log';
  /** The logarithmic cost axis was offered, and taken or declined. */
  readonly logOffered: boolean;
  readonly stepUnit: StepUnit;
  readonly speed: Speed['kind'];
  /** Updates per second of the slow speed, 0.5–30. */
  readonly slowRate: number;
  readonly device: DeviceChoice;
  /** Index of the point under the pointer, on the plane or in any other picture or table of the points. */
  readonly pointed: number | null;
  /** Pinned; null for what `aim` is on. */
  readonly probe: Probe | null;
  /** The unit whose map takes the place of the boundary. */
  readonly shownUnit: UnitRef | null;
  /** The hidden layer that the page Hidden layer shows; null, or one that is not there, for the last. */
  readonly hiddenLayer: number | null;
  readonly page: PageId;
  /** What the pointer is on in the equations, or of edges and layers in the diagram of the network: both light it. */
  readonly symbol: SymbolRef | null;
  /** What stands out in that diagram for the stage of an update that is looked at, as long as no symbol is. */
  readonly stage: Highlight | null;
  /** Whether the whole program is shown, in which library, and whether with its data and initial weights. */
  readonly code: { readonly whole: boolean; readonly target: TargetId; readonly inlined: boolean };
  /** The T-shirt of the course, on its page; null for the first one. */
  readonly demand: Demand | null;
  /** What the cost surface shows, while its page is open. */
  readonly costSurface: CostSurfaceView;
  /** The sheet that is open for now; none of the pinned ones. */
  readonly openSheet: Step | null;
  /** The sheets that stay open, in the order of the steps. */
  readonly pinnedSheets: readonly Step[];
}

/** The choices on the cost surface. */
export interface CostSurfaceView {
  readonly directions: 'pair' | 'random' | 'principal';
  /** Places of two parameters in the layout of the network; null, or what the network does not have, for the usual two. */
  readonly pair: { readonly first: number; readonly second: number } | null;
  /** Of the random directions. */
  readonly seed: number;
  /** Squared error in place of log loss; null for what the document trains with. */
  readonly squared: boolean | null;
  readonly regularised: boolean;
  /** 0 shows the whole path of descent; each step halves the range. */
  readonly zoom: number;
  readonly centre: 'path' | 'current';
  readonly isLog: boolean;
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
  /** What the next update of this run starts from, as it was when somebody asked. */
  readonly stepContext: StepContext | null;
  /** The answer to the last question about the cost surface; of an earlier run until there is a new one. */
  readonly surface: CostSurface | SurfaceProblem | null;
  /** The run that it is of. */
  readonly surfaceRun: number | null;
  /** How much of the next one is computed, 0–1; null while none is. */
  readonly surfaceShare: number | null;
}

export const firstRun: RunState = {
  runId: 0,
  playing: false,
  halt: null,
  fallback: null,
  speeds: null,
  worker: 'working',
  silence: null,
  hands: noManualChanges,
  since: { seek: 0, branch: 0, goOn: 0, weights: 0 },
  replaying: false,
};

export const emptyTimeline: Timeline = { epochs: [], at: null };

export const firstLatest: Latest = {
  snapshot: null,
  history: emptyHistory,
  health: null,
  healthHistory: emptyHistory,
  timeline: emptyTimeline,
  stepContext: null,
  surface: null,
  surfaceRun: null,
  surfaceShare: null,
};

export const firstView: ViewState = {
  mode: 'explore',
  show: null,
  lock: [],
  refused: null,
  tool: { kind: 'brush', class: 0 },
  newValue: 1,
  selection: new Set(),
  discretize: false,
  showTest: true,
  lossScale: 'linear',
  epochScale: 'log',
  logOffered: false,
  stepUnit: 'update',
  speed: 'normal',
  slowRate: 3,
  device: 'auto',
  pointed: null,
  probe: null,
  shownUnit: null,
  hiddenLayer: null,
  page: 'one-point',
  symbol: null,
  stage: null,
  code: { whole: false, target: 'keras', inlined: false },
  demand: null,
  costSurface: {
    directions: 'pair',
    pair: null,
    seed: 1,
    squared: null,
    regularised: true,
    zoom: 0,
    centre: 'path',
    isLog: false,
  },
  openSheet: null,
  pinnedSheets: [],
};
