/** The words of the loss curves, in the language of the page. */
export interface LossWords {
  /** What the picture is, in words. */
  readonly label: string;
  readonly epoch: string;
  readonly train: string;
  readonly test: string;
  /** What goes up: the cost. */
  readonly cost: string;
  /** Shown while there are no rows. */
  readonly empty: string;
}
