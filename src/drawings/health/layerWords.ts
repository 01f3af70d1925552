/** The words of a chart with one line a layer, in the language of the page. */
export interface LayerWords {
  /** What the picture is, in words. */
  readonly label: string;
  readonly epoch: string;
  /** Shown while there are no rows. */
  readonly empty: string;
  /** Says that the lines of these layers end at the foot, which stands for 0. */
  readonly atFoot: (layers: string) => string;
  /** Says that the latest values of these layers are not finite. */
  readonly noLine: (layers: string) => string;
}
