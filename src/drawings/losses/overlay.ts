/** Further curves in a loss chart: other runs, or the lanes of a race. Told apart by a colour and by a dash, at most four of them. */
import { bisector } from 'd3-array';
import { fitText } from '../textWidth';

export interface LossPoint {
  readonly epoch: number;
  /** NaN where there is none. */
  readonly loss: number;
}

export interface Overlay {
  /** Which of the four looks it has, from 0. */
  readonly line: number;
  /** At the end of the line; short. */
  readonly label: string;
  /** Ascending epochs. */
  readonly points: readonly LossPoint[];
}

/** Dashes of the looks, as SVG has them: long, dots, dash and dot, short. Solid is the run of the page. */
export const dashes = ['9 4', '0.1 4', '9 4 0.1 4', '4 4'] as const;

/** Longest label at the end of a line. */
const longestLabelPx = 100;

/** The label as it is written at the end of the line. */
export function fitLabel(label: string): string {
  return fitText(label, 11, longestLabelPx);
}

export function lineColour(line: number): string {
  return `var(--run-${line + 1})`;
}

const byEpoch = bisector((point: LossPoint) => point.epoch);

/** The loss nearest to an epoch; null before the first point and after the last. */
export function overlayLoss({ points }: Overlay, epoch: number): number | null {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || epoch < first.epoch || epoch > last.epoch) return null;
  return points[byEpoch.center(points, epoch)]!.loss;
}

/** What makes room for the curves on the scale of losses: a run that diverged may leave the picture at the top. */
export function shownLosses(overlays: readonly Overlay[]): number[] {
  const starts = overlays.flatMap(
    ({ points }) => points.find(({ loss }) => Number.isFinite(loss))?.loss ?? [],
  );
  const roof = 4 * Math.max(0, ...starts);
  return overlays.flatMap(({ points }) =>
    points.flatMap(({ loss }) => (Number.isFinite(loss) && loss <= roof ? [loss] : [])),
  );
}
