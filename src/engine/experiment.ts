/**
 * The experiment: the only document. Data, features, model, loss and training as plain JSON, immutable. It determines
 * the whole run: same experiment and same device, same numbers to the bit. `document.ts` reads and checks it from outside.
 */
import type { PlaneRange, Task } from './data/dataset';
import type { DatasetId } from './data/datasets';
import type { FeatureId } from './data/features';
import type { ActivationId, OutputActivationId } from './model/activations';
import type { InitializerId } from './model/initializers';
import type { LossChoice } from './model/losses';
import type { HyperparameterValues } from './training/hyperparameter';
import type { OptimizerId } from './training/optimizers';
import type { ScheduleId } from './training/schedules';

export const experimentVersion = 1;

/** What the document may hold; the page offers less where less is useful. */
export const limits = {
  points: 100_000,
  generatedPoints: [10, 10_000],
  noise: [0, 2],
  testShare: [0, 0.9],
  classes: [2, 10],
  planeClasses: [2, 4],
  /** Ends of an axis, and the least that lies between them. */
  plane: [-1e9, 1e9],
  planeLength: 1e-6,
  /** Letters of the name of a column or class. */
  nameLength: 60,
  hiddenLayers: 8,
  units: [1, 128],
  frozenParameters: 200_000,
  learningRate: [1e-5, 10],
  penalty: [0, 10],
  clipNorm: [1e-3, 1000],
  stopEpochs: [1, 10_000_000],
  seed: [1, 2_147_483_647],
} as const;

/** Points made by a dataset of the registry. */
export interface PresetSource {
  readonly kind: 'preset';
  readonly id: DatasetId;
  readonly points: number;
  /** Standard deviation in plane units. */
  readonly noise: number;
  readonly seed: number;
}

/** The learner's own points, one entry a point. x2 is 0 where the model has one input. */
export interface OwnSource {
  readonly kind: 'own';
  readonly x1: readonly number[];
  readonly x2: readonly number[];
  /** Class index, or the real target. */
  readonly y: readonly number[];
  /** Which points test, where the data say it themselves: 1 for these, 0 for those that train. Absent, a seed draws them. [point] */
  readonly isTest?: readonly (0 | 1)[] | undefined;
  /** What the columns and classes were called where the points come from. */
  readonly names?: PointNames | undefined;
}

/** Names of columns and classes; '' for none. */
export interface PointNames {
  readonly x1: string;
  readonly x2: string;
  /** Of the label or target. */
  readonly y: string;
  /** [class]; shorter where the later ones have none. */
  readonly classes: readonly string[];
}

export interface DataSpec {
  readonly task: Task;
  /** 1 only for regression: the curve y(x₁). */
  readonly inputs: 1 | 2;
  /** Number of classes; kept, but without meaning, in regression. */
  readonly classes: number;
  readonly source: PresetSource | OwnSource;
  readonly plane: PlaneRange;
  /** Share of the points kept for testing, 0–0.9. */
  readonly testShare: number;
  readonly splitSeed: number;
  readonly features: readonly FeatureId[];
  /** Whether inputs are shifted and scaled to mean 0 and standard deviation 1 (of the training points). */
  readonly standardize: boolean;
}

export interface HiddenLayer {
  readonly units: number;
  readonly activation: ActivationId;
}

export interface ModelSpec {
  readonly hidden: readonly HiddenLayer[];
  readonly outputActivation: OutputActivationId;
  readonly initializer: InitializerId;
  readonly seed: number;
}

/** `options` is absent where the loss has none. */
export interface LossSpec extends LossChoice {
  /** Adds l1 · Σ|w| over all kernels to the cost, as `keras.regularizers.L1`. */
  readonly l1: number;
  /** Adds l2 · Σw² over all kernels to the cost, as `keras.regularizers.L2`. */
  readonly l2: number;
}

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly options: HyperparameterValues;
}

/** When training pauses by itself; null switches a rule off. */
export interface StopRules {
  readonly epochs: number | null;
  /** Pauses when the training loss is at or below this. */
  readonly trainLoss: number | null;
  /** Pauses when the training loss has not improved by `minImprovement` within `epochs`. */
  readonly plateau: { readonly epochs: number; readonly minImprovement: number } | null;
}

/** What training leaves as it is; a learner may still change it. Weights and biases of a frozen layer are frozen whether listed or not. */
export interface Frozen {
  /** Indices into `NetworkPlan.layers`. */
  readonly layers: readonly number[];
  /** Single weights and biases, by their place in the layout of `NetworkPlan`. */
  readonly parameters: readonly number[];
}

export interface TrainingSpec {
  readonly optimizer: Choice<OptimizerId>;
  readonly learningRate: number;
  readonly schedule: Choice<ScheduleId>;
  /** Points an update sees; the last batch of an epoch may be smaller. */
  readonly batchSize: number | 'all';
  readonly shuffleSeed: number;
  /** Largest L2 norm of the whole gradient, or null. */
  readonly clipNorm: number | null;
  readonly stop: StopRules;
  readonly frozen: Frozen;
}

export interface Experiment {
  readonly version: typeof experimentVersion;
  readonly data: DataSpec;
  readonly model: ModelSpec;
  readonly loss: LossSpec;
  readonly training: TrainingSpec;
}

/** What a first visit shows, and what the course ends with: softmax regression on four blobs by plain gradient descent. */
export const defaultExperiment: Experiment = {
  version: experimentVersion,
  data: {
    task: 'classification',
    inputs: 2,
    classes: 4,
    source: { kind: 'preset', id: 'blobs', points: 400, noise: 1, seed: 1 },
    plane: { x: [-8, 8], y: [-8, 8] },
    testShare: 0.2,
    splitSeed: 1,
    features: ['x1', 'x2'],
    standardize: false,
  },
  model: {
    hidden: [],
    outputActivation: 'softmax',
    initializer: 'glorotUniform',
    seed: 1,
  },
  loss: { id: 'categoricalCrossentropy', l1: 0, l2: 0 },
  training: {
    optimizer: { id: 'sgd', options: {} },
    learningRate: 0.1,
    schedule: { id: 'constant', options: {} },
    batchSize: 32,
    shuffleSeed: 1,
    clipNorm: null,
    stop: { epochs: null, trainLoss: null, plateau: null },
    frozen: { layers: [], parameters: [] },
  },
};

/** How many points there are: those of a dataset, or the learner's own. */
export function pointCount({ source }: Pick<DataSpec, 'source'>): number {
  return source.kind === 'own' ? source.y.length : source.points;
}
