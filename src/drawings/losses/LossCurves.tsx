/** Training and test cost over the epochs, over further curves that are laid beside them; on a timeline with its playhead. */
import { useMemo } from 'react';
import type { ReadableStore } from '../../engine/readableStore';
import type { HistoryRow } from '../../engine/training/snapshot';
import { EpochChart, type Timeline } from '../epochChart/EpochChart';
import type { EpochAxis } from '../epochChart/epochScale';
import { nearestRow } from '../epochChart/nearestRow';
import { type PlotArea, usePlotArea } from '../epochChart/plotArea';
import { useSize } from '../useSize';
import { useThrottled } from '../useThrottled';
import styles from './LossCurves.module.css';
import { LossLines } from './LossLines';
import { type LossScaleKind, lossScales } from './lossScales';
import { fitLabel, type Overlay } from './overlay';
import { type LossWords, readableRows, readingAt } from './reading';

export interface LossCurvesProps {
  /** Ascending epochs; a new array whenever a row arrives (see `LossHistory`). */
  readonly rows: ReadableStore<readonly HistoryRow[]>;
  /** Further curves to compare with, at most four. Keep the array the same while they are. */
  readonly overlays?: readonly Overlay[];
  readonly scale: LossScaleKind;
  /** Keep it the same while it is. */
  readonly axis?: EpochAxis;
  readonly timeline?: Timeline;
  readonly words: LossWords;
}

const noOverlays: readonly Overlay[] = [];
const margins = { leftEm: 3.5, topEm: 1.8, bottomEm: 1.7, rightPx: 12 };

export function LossCurves(props: LossCurvesProps) {
  const { overlays = noOverlays, scale, axis, timeline, words } = props;
  const rows = useThrottled(props.rows);
  const [sizeRef, size] = useSize();
  const area = usePlotArea(size, labelsOf(rows, overlays, words), margins);
  const scales = useMemo(
    () => lossScales(rows, scale, area, overlays, axis),
    [rows, scale, area, overlays, axis],
  );
  const readable = readableRows(rows, overlays);
  const head = timeline && rows[nearestRow(rows, timeline.at ?? rows.at(-1)?.epoch ?? 0)];
  return (
    <EpochChart
      {...{ sizeRef, size, area, scales, timeline, head, words }}
      rows={readable}
      readingAt={(epoch) => readingAt(epoch, rows, overlays, words)}
    >
      <Titles area={area} words={words} />
      {readable.length > 0 && <LossLines {...{ rows, overlays, scales, area, words }} />}
      {head && <Playhead xPx={scales.x(head.epoch)} yPx={scales.y(head.trainLoss)} area={area} />}
    </EpochChart>
  );
}

/** What stands at the right ends of the curves. */
function labelsOf(rows: readonly HistoryRow[], overlays: readonly Overlay[], words: LossWords): string[] {
  const own = rows.length > 0 || overlays.length === 0 ? [words.train, words.test] : [];
  return [...own, ...overlays.map(({ label }) => fitLabel(label))];
}

/** What goes up and what goes across. */
function Titles({ area, words }: { readonly area: PlotArea; readonly words: LossWords }) {
  return (
    <g className={styles.titles}>
      <text x={2} y={2} dy="0.75em">
        {words.cost}
      </text>
      <text x={area.right + 10} y={area.bottom} dy="1.25em">
        {words.epoch}
      </text>
    </g>
  );
}

interface PlayheadProps {
  readonly xPx: number;
  readonly yPx: number;
  readonly area: PlotArea;
}

/** Where the run stands, to be dragged. */
function Playhead({ xPx, yPx, area }: PlayheadProps) {
  return (
    <g className={styles.playhead}>
      <line x1={xPx} x2={xPx} y1={area.top - 4} y2={area.bottom + 3} />
      {Number.isFinite(yPx) && <circle cx={xPx} cy={yPx} r={5} />}
    </g>
  );
}
