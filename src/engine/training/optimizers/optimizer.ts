/**
 * What an optimiser is: an element-wise rule from a weight, its gradient and its state to the next weight and state. The rule
 * is written once over `Ops`, so that numbers (tests), tensors and shader text all run the same formula.
 */
import type { Localized } from '../../../i18n/localized';
import { numberOps, type Ops } from '../../model/ops';
import type { Hyperparameter, HyperparameterValues } from '../hyperparameter';

export interface RuleInput<T> {
  readonly weight: T;
  readonly gradient: T;
  /** The optimiser's state, one value a slot. */
  readonly slots: readonly T[];
  readonly learningRate: number;
  /** Number of this update, from 1. */
  readonly update: number;
  readonly options: HyperparameterValues;
}

export interface RuleOutput<T> {
  readonly weight: T;
  readonly slots: readonly T[];
}

export interface Optimizer {
  readonly id: string;
  readonly name: Localized;
  /** The kernel gets their values as an array in this order. */
  readonly hyperparameters: readonly Hyperparameter[];
  /** What each state slot starts at; its length is the number of slots (0–2). */
  readonly initialSlots: readonly number[];
  /** Definitions agree with Keras 3. Every option is present: `decode` fills in the defaults. */
  rule<T>(ops: Ops<T>, input: RuleInput<T>): RuleOutput<T>;
}

/** An option of the rule. Throws RangeError when the document lacks it. */
export function option(options: HyperparameterValues, id: string): number {
  const value = options[id];
  if (value === undefined) throw new RangeError(`optimizer option ${id} is missing`);
  return value;
}

/** Whether a weight whose gradient has always been 0 moves all the same, as weight decay moves it. */
export function movesWithoutGradient(
  { rule, initialSlots }: Pick<Optimizer, 'rule' | 'initialSlots'>,
  options: HyperparameterValues,
): boolean {
  const input = { weight: 1, gradient: 0, slots: initialSlots, learningRate: 1, update: 1, options };
  return rule(numberOps, input).weight !== 1;
}

/** What formulas, lists and programs say of an optimiser; loaded when one of them is shown. */
export interface OptimizerNotes {
  /** What it does, in one sentence. */
  readonly hint: Localized;
  /**
   * The rule in LaTeX: g is the gradient, t the number of the update; statements in order, with `,\\quad ` between them. Each letter of
   * the state has a statement that begins with it, in the order of the slots.
   */
  readonly formula: string;
  /** Names of the state in programs that write the rule out, one a slot: the list over all weights, and its letter. */
  readonly state: readonly { readonly list: string; readonly letter: string }[];
  readonly keras: KerasOptimizer;
  readonly pytorch: PytorchOptimizer;
  readonly tensorflowJs: TensorflowOptimizer;
  readonly numpy: NumpyRule;
}

/** Writes the value of a hyper-parameter. */
export type WriteOption = (id: string) => string;

/** What the wording of an optimiser in a program depends on. */
export interface OptimizerUse {
  readonly options: HyperparameterValues;
  readonly hasSchedule: boolean;
  /** Whether the program repeats a run of the page, so that the numbers must be the page's. */
  readonly repeats: boolean;
}

export interface KerasOptimizer {
  /** The class in `keras.optimizers`. */
  readonly name: string;
  /** Keyword argument of each hyper-parameter, and what Keras takes where it is left out. */
  readonly options: Readonly<Record<string, KerasOption>>;
  /** Further arguments. `isDefault`: Keras takes the same where it is left out. */
  readonly fixed?: { readonly text: string; readonly isDefault: boolean };
}

export interface KerasOption {
  readonly name: string;
  readonly default: number;
}

export interface PytorchOptimizer {
  /** The class in `torch.optim`. */
  readonly name: string;
  /** Its arguments after `lr`. */
  readonly options: (value: WriteOption, use: OptimizerUse) => readonly string[];
  /** What the class does otherwise than the page, for readers; null where they agree. */
  readonly difference?: (use: OptimizerUse) => Localized | null;
  /** The page's rule as a class, for a program that repeats a run in spite of a difference. */
  readonly ownRule?: PytorchRule;
  /** Or the statement that makes up for the difference before each update. Reads t and the hyper-parameters in `names`. */
  readonly beforeStep?: { readonly names: readonly string[]; readonly statement: string };
}

/** Reads the hyper-parameters and the learning rate from `group`; changes `w` and the letters of the state in place. */
export interface PytorchRule {
  readonly name: string;
  /** Once an update; `self.t` is its number. */
  readonly before?: string;
  readonly lines: readonly string[];
}

export interface TensorflowOptimizer {
  /** The factory in `tf.train`, and its arguments after the learning rate. */
  readonly builtIn?: {
    readonly name: string;
    readonly options: (value: WriteOption) => readonly string[];
    /** Statement that sets the rate; `optimizer.learningRate = …` without. */
    readonly setRate?: (rate: string) => string;
  };
  /** What the built-in rule does otherwise than the page, for readers. */
  readonly difference?: Localized;
  /** What `fit` cannot do with the built-in rule, as in "fit cannot …", so that `rule` is written out; null where it can. */
  readonly lacks?: (use: OptimizerUse) => Localized | null;
  readonly rule?: TensorflowRule;
}

/** Hyper-parameters have their ids as names; `rate` is how the learning rate is written. */
export interface TensorflowRule {
  /** Once an update; t is its number. */
  readonly before?: (rate: string) => string;
  /** Brings the state up to date. */
  readonly lines: (rate: string) => readonly string[];
  /** What is then taken from w. */
  readonly step: (rate: string) => string;
}

/** Changes `w` and the letters of the state in place; hyper-parameters have their ids as names, in snake_case. */
export interface NumpyRule {
  /** Once an update; t is its number. */
  readonly before?: (rate: string) => string;
  readonly lines: (rate: string) => readonly string[];
}
