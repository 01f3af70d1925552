/** What the boundary needs of a snapshot. Arrays are never changed after they are handed over. */
import type { UnitGrid } from '../../engine/training/snapshot';

export interface BoundaryFrame {
  /** Output activations over the plane; null before the first evaluation. */
  readonly outputs: UnitGrid | null;
  /** Predicted class, or value, of every point in the order of the data; ignored while its length is another. [point] */
  readonly predictions: Float32Array | null;
}
