/**
 * What an element-wise activation is. Its mathematics is written once, over `Ops`: the float64 oracle, the tensors of the reference
 * device, the shaders of WebGL and NumPy programs are printed from it, and the contract tests hold the kernel to it.
 */
import type { Localized } from '../../../i18n/localized';
import type { Ops } from '../ops';

export interface Activation {
  readonly id: string;
  readonly name: Localized;
  /** g(z) in LaTeX. */
  readonly formula: string;
  /** Smallest and largest value g can take. */
  readonly range: readonly [number, number];
  /** Whether a larger z always has a larger g(z), so that the largest output is that of the largest logit. */
  readonly isIncreasing: boolean;
  /** Period of g in z. A periodic g has no limit: g and g′ of ±∞ are NaN on every device. */
  readonly period?: number;
  /** On which sides g is flat for good, so that |g′| stays below `flatSlope` from some z on. */
  readonly flat: 'nowhere' | 'left' | 'both';
  /** Whether g is 0 on all of its flat side: a unit that is there at every point is dead. */
  readonly canDie: boolean;
  /** What g′ is made from in the kernel: the activations, or slopes that the forward pass writes beside them. */
  readonly kernelKeeps: 'activations' | 'slopes';
  /** g(z). Finite, or a limit, at every size of z and at ±∞; see `period`. */
  readonly value: <T>(ops: Ops<T>, z: T) => T;
  /** dg/dz; at a kink the value from the left. */
  readonly slope: <T>(ops: Ops<T>, z: T) => T;
}

/** The same mathematics for one number, in float64. */
export interface Scalars {
  readonly at: (z: number) => number;
  readonly derivative: (z: number) => number;
}

/** What lists, cards and programs say of an activation; loaded when one of them is shown. */
export interface ActivationNotes {
  /** Its values and where it is flat, in one sentence. */
  readonly hint: Localized;
  /** What a unit has to compute. */
  readonly cost: Localized;
  readonly use: Localized;
  readonly names: LibraryNames;
  /** Lines that read better than those printed from `value` and `slope`. */
  readonly numpy?: NumpyLines;
}

/** What the libraries call it. A `definition` is the text of a function or class that the library lacks. */
export interface LibraryNames {
  /** What `Dense(activation=…)` takes: a name, or an expression where the name is missing or means another form of it. */
  readonly keras: { readonly name?: string; readonly code?: string; readonly definition?: string };
  /** A module in `nn.Sequential`. */
  readonly pytorch: { readonly module: string; readonly definition?: string };
  /** What `tf.layers.dense({ activation })` takes, or a layer of its own. */
  readonly tensorflowJs: { readonly name?: string; readonly layer?: string; readonly definition?: string };
}

export interface NumpyLines {
  /** Functions that its lines call, by name, each after those it calls. */
  readonly functions: Readonly<Record<string, string>>;
  readonly value: (z: string) => string;
  /** g′ in z or in a = g(z); empty where it is 1. */
  readonly slope: (z: string, a: string) => string;
}
