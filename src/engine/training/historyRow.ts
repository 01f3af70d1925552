import type { HistoryRow, Metrics } from './snapshot';

/** A snapshot as a row of the loss curve; null without training points. `epoch` counts parts of an epoch, too. */
export function historyRow(
  epoch: number,
  { train, test }: { readonly train: Metrics | null; readonly test: Metrics | null },
): HistoryRow | null {
  if (!train) return null;
  return {
    epoch,
    trainLoss: train.loss,
    testLoss: test?.loss ?? null,
    trainAccuracy: train.accuracy,
    testAccuracy: test?.accuracy ?? null,
  };
}
