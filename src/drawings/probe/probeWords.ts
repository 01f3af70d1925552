/** The words of the probe, in the language of the page. */
import type { OutputActivationId } from '../../engine/model/activations';

export interface ProbeWords {
  /** What the picture is. */
  readonly label: string;
  readonly inputs: string;
  readonly standardised: string;
  /** Name of a hidden layer, counted from 1. */
  readonly hidden: (number: number) => string;
  readonly output: string;
  readonly loss: string;
  /** Name of a class, by its index. */
  readonly classOf: (index: number) => string;
  /** Said of the row of the true class. */
  readonly truth: string;
  /** Name of an activation. */
  readonly activation: (id: OutputActivationId) => string;
  /** Instead of rows, where a layer has more units than lines. */
  readonly units: (count: number) => string;
  /** Why there is no loss. */
  readonly noLabel: string;
  /** Said where outputs need not add up to 1, and do not. */
  readonly notOne: string;
  /** Said where the logarithm is of a value that was kept off 0 and 1. */
  readonly clipped: string;
}
