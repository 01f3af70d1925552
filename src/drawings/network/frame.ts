/** What the network picture needs of a snapshot. Arrays are never changed after they are handed over. */
import type { UnitGrid } from '../../engine/training/snapshot';

export interface NetworkFrame {
  /** In the layout of `NetworkPlan`; ignored while the length is another. */
  readonly parameters: Float32Array | null;
  /** Every unit of every layer in order, outputs included; ignored while the number of units is another. */
  readonly unitMaps: UnitGrid | null;
}
