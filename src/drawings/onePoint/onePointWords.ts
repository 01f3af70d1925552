/** The words of the page, in the language of the page. */
import type { OutputActivationId } from '../../engine/model/activations';

export interface OnePointWords {
  /** What the list of steps is. */
  readonly label: string;
  /** Name of a class, by its index. */
  readonly classOf: (index: number) => string;
  /** Said of the row of the true class. */
  readonly truth: string;
  /** Of the button of a row: that it writes out the numbers of this output. */
  readonly writeOut: (output: string) => string;
  readonly oneOutput: string;
  /** Name of an activation. */
  readonly activation: (id: OutputActivationId) => string;
  /** Products that are added up instead of written out. */
  readonly moreTerms: (count: number, sum: string) => string;
  /** The inputs, where they are not simply the coordinates. */
  readonly inputs: (count: number, isStandardised: boolean) => string;
  /** The hidden layers, folded. */
  readonly hidden: (count: number, units: string) => string;
  readonly hiddenLayer: (number: number, units: number) => string;
  readonly standardised: string;
  readonly positive: string;
  /** Why e^z does not overflow. */
  readonly shifted: string;
  readonly addUp: string;
  /** Said where outputs need not add up to 1. */
  readonly notOne: string;
  /** y = 1 is the second class, whose mark follows. */
  readonly secondClass: string;
  /** Said where outputs are no probabilities but the data has classes. */
  readonly noProbability: string;
  readonly noLabel: string;
  /** Said of a loss with several terms. */
  readonly sumOfTerms: string;
  /** Said where the logarithm is of a value that was kept off 0 and 1. */
  readonly clipped: string;
  /** Name of the picture of a term: its formula and value. */
  readonly curve: (formula: string, value: string) => string;
}
