/**
 * What a head is: a loss on an output layer, where the pair differs in numbers from every other pair. The terms of the loss and dL/dz are
 * written once: over `Ops` where every unit counts by itself, in float64 where softmax ties the units together.
 */
import type { Localized } from '../../../i18n/localized';
import type { OutputActivationId } from '../activations';
import type { LossId } from '../losses';
import type { Ops } from '../ops';

/** The output layer at one point. All arrays have one entry an output unit. */
export interface OutputValues {
  readonly activation: OutputActivationId;
  readonly logits: ArrayLike<number>;
  readonly outputs: ArrayLike<number>;
  /** One-hot (or the single 0/1) for classes, the real target for regression. */
  readonly targets: ArrayLike<number>;
}

export interface HeadFacts {
  readonly id: string;
  /** The loss whose formula holds here: a single output f stands for two probabilities, 1 − f and f. */
  readonly loss: LossId;
  /** The units that the loss has a term of. */
  readonly looksAt: 'everyUnit' | 'trueClass';
  /** Whether the loss is computed from the logits, so that the output activation is part of it. */
  readonly fromLogits: boolean;
  /** Whether an output is clipped into (0, 1) before its logarithm is taken; the loss is flat where clipping changes it. */
  readonly clips: boolean;
}

/** A head in float64, the truth that every device is held to. `options` are those of the loss, as `lossOptions` lists them. */
interface HeadNumbers {
  /** What unit j adds to the loss of a point; null where the loss does not look at the unit. */
  readonly term: (point: OutputValues, j: number, options: readonly number[]) => number | null;
  /** dL/dz. [output unit] */
  readonly deltas: (point: OutputValues, options: readonly number[]) => Float64Array;
}

/** One output unit by itself. `options` are those of the loss, as `lossOptions` lists them. */
export interface UnitFormulas {
  /** L of the unit: `from` is its logit where the head works from logits, its output elsewhere. */
  readonly term: <T>(ops: Ops<T>, from: T, y: T, options: readonly T[]) => T;
  /** dL/dz from the output a; `slope` is g′(z). */
  readonly delta: <T>(ops: Ops<T>, a: T, y: T, slope: T, options: readonly T[]) => T;
  /** The same from the logit, where float32 would lose the digits of a − y. */
  readonly deltaFromLogit?: <T>(ops: Ops<T>, z: T, y: T) => T;
}

/** A loss of the error a − y of each unit, whatever the output activation. */
export interface ErrorFormulas {
  readonly term: <T>(ops: Ops<T>, a: T, y: T, options: readonly T[]) => T;
  /** dL/da */
  readonly slope: <T>(ops: Ops<T>, a: T, y: T, options: readonly T[]) => T;
}

/** Every unit by itself, element-wise activations only: devices print `formulas`. */
export interface UnitHead extends HeadFacts, HeadNumbers {
  readonly kind: 'unit';
  readonly formulas: UnitFormulas;
}

/** An error of each unit of softmax: dL/dz_k = a_k (s_k − Σ_j s_j a_j) with the slopes s = dL/da. Devices print `formulas`. */
export interface SoftmaxErrorHead extends HeadFacts, HeadNumbers {
  readonly kind: 'softmaxError';
  readonly formulas: ErrorFormulas;
}

/** The logarithm of softmax, in which each device has a stable form of its own. */
export interface SoftmaxLogHead extends HeadFacts, HeadNumbers {
  readonly kind: 'softmaxLog';
}

export type AnyHead = UnitHead | SoftmaxErrorHead | SoftmaxLogHead;

/** What equations and programs say of a head; loaded when one of them is shown. */
export interface HeadNotes {
  /**
   * dL/dz in LaTeX: a − y; (a − y) ∘ g′(z), which is a − y for a linear output; or lines for one unit, aligned at `&`.
   */
  readonly delta: 'difference' | 'slopedDifference' | ((symbols: DeltaSymbols) => readonly string[]);
  /** What programs say beside the loss: that a library has it without the ½, or that outputs are clipped. */
  readonly remark: 'half' | 'clipped' | null;
  /** Class indices where the libraries' own loss takes them, else one number an output unit. */
  readonly targets: 'index' | 'perUnit';
  readonly numpy: (output: NumpyOutput, options: OptionTexts) => NumpyLoss;
  readonly keras: (output: ProgramOutput) => LibraryLoss;
  readonly pytorch: (output: ProgramOutput) => LibraryLoss;
  /** Lines that define `loss(y, z)`, or `loss(y, a)` where the head does not work from logits. */
  readonly tensorflowJs: (output: ProgramOutput) => readonly string[];
  readonly kerasShort: {
    /** A class of keras.losses, and what it is made with. */
    readonly loss: string;
    readonly options?: (options: OptionTexts) => string;
    readonly differs: (isSingle: boolean) => readonly KerasDifference[];
  };
}

/** Marked LaTeX of a unit of the output layer: its dz, a, y and z, with the index j where there are several. */
export interface DeltaSymbols {
  readonly dz: string;
  readonly a: string;
  readonly y: string;
  readonly z: string;
  /** g′(z) */
  readonly slope: string;
  /** g′(z) is 1. */
  readonly isLinear: boolean;
  readonly units: number;
  /** The same quantities of another unit. */
  readonly of: (quantity: 'a' | 'z' | 'y', index: 'i' | 'j' | 'k') => string;
}

/** Where the loss that Keras has by name and the page's differ. */
export type KerasDifference =
  /** The whole program takes the loss from the logits. */
  | 'fromLogits'
  /** Keras' squared error lacks the ½. */
  | 'half'
  /** Keras takes the mean over the output units, the page the sum. */
  | 'mean'
  /** Keras divides the outputs by their sum first. */
  | 'divided';

/** Options of the loss, as `lossOptions` lists them, as the language writes numbers. */
export type OptionTexts = readonly string[];

export interface ProgramOutput {
  readonly options: OptionTexts;
  /** Units of the output layer. */
  readonly units: number;
  /** Words of a comment in the language of the program. */
  readonly say: (words: Localized) => string;
}

/** A line that names the library's own loss, or the body of a function of z (or a) and y. */
export type LibraryLoss = { readonly line: string } | { readonly body: string };

/** An element-wise output activation in NumPy. */
export interface NumpyOutput {
  readonly isLinear: boolean;
  readonly value: (z: string) => string;
  /** g′ in z and a = g(z); empty where it is 1. */
  readonly slope: (z: string, a: string) => string;
}

export interface NumpyLoss {
  /** Body of `loss(z, y)`: one number a point. */
  readonly loss: string;
  /** dL/dz as an expression in z and y, or the body of `loss_slope(z, y)`. */
  readonly slope: { readonly expression: (z: string) => string } | { readonly body: string };
}
