/** The contour and the 3-D surface side by side, pointing at the same place; a press on the contour sets the parameters. */
import type { TFunction } from 'i18next';
import { useEffect, useMemo } from 'react';
import { figure as figureText } from '../../../../drawings/figure';
import { CostContour } from '../../../../drawings/surface/CostContour';
import { costFigure, costMarks } from '../../../../drawings/surface/costFigure';
import { columnCentres, rowCentres } from '../../../../drawings/surface/costPicture';
import type { Pointing } from '../../../../drawings/surface/pointing';
import { type Missing3d, Surface3d } from '../../../../drawings/surface/Surface3d';
import { useTheme } from '../../../../drawings/useTheme';
import { combine, map } from '../../../../engine/readableStore';
import { setWeights } from '../../../../store/commands';
import { store, useStore } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import { changesTo, createPlaceSender } from './placeSender';
import { RangeButtons } from './RangeButtons';
import styles from './surfaces.module.css';
import type { ShownCost } from './useCostPicture';

export interface CostPicturesProps extends ShownCost {
  readonly pointed: Pointing;
  readonly isCurrent: boolean;
  /** Whether the parameters are still those of the run. */
  readonly canSet: boolean;
  readonly missing: Missing3d | null;
  readonly onMissing: (why: Missing3d) => void;
}

/** Least time between two settings of parameters during a drag; longer for networks with many parameters. */
const setMs = 100;
const parametersPerMs = 100;

export function CostPictures(props: CostPicturesProps) {
  const { t } = useWords();
  const { picture, trail, reading, pointed, isCurrent, canSet, missing } = props;
  const { surface, heights, axes } = picture;
  const sender = useMemo(() => {
    const everyMs = Math.max(setMs, surface.plane.origin.length / parametersPerMs);
    return createPlaceSender(
      (place: { x: number; y: number }) => setWeights(changesTo(surface, place)),
      everyMs,
    );
  }, [surface]);
  const runId = useStore(({ run }) => run.runId);
  useEffect(() => () => sender.end(store.getState().run.runId === runId), [sender, runId]);
  const range = {
    low: figureText(costOf(heights.low, heights.isLog)),
    high: figureText(costOf(heights.high, heights.isLog)),
  };
  return (
    <div className={styles.pictures}>
      <div className={styles.picture} data-stale={!isCurrent || undefined}>
        <CostContour
          picture={picture}
          trail={trail}
          pointed={pointed}
          onPick={(place) => {
            if (canSet) sender.send(place);
            return canSet;
          }}
          words={{
            label: t('costSurface.contour', { ...axes, ...range }),
            instructions: t('costSurface.contourKeys'),
            reading,
            picked: (place) => t('costSurface.picked', { reading: reading(place) }),
          }}
        />
        <RangeButtons />
        <Progress isCurrent={isCurrent} />
      </div>
      {missing === null && (
        <div className={styles.picture}>
          <Cost3d {...props} label={t('costSurface.surface', { ...axes, ...range })} />
        </div>
      )}
    </div>
  );
}

function costOf(height: number, isLog: boolean): number {
  return isLog ? 10 ** height : height;
}

/** Along the edges of the box there is little room: long names stand on the contour alone. */
const longest = 14;

function shortNames({ x, y }: { readonly x: string; readonly y: string }, t: TFunction) {
  return Math.max(x.length, y.length) > longest
    ? { x: t('costSurface.across'), y: t('costSurface.up') }
    : { x, y };
}

function Cost3d({ picture, trail, pointed, onMissing, label }: CostPicturesProps & { label: string }) {
  const { t } = useWords();
  const theme = useTheme();
  const figure = useMemo(() => {
    const z = picture.heights.isLog ? t('costSurface.costLog') : 'J';
    return costFigure(picture, { ...shortNames(picture.axes, t), z }, theme);
  }, [picture, t, theme]);
  const marks = useMemo(
    () => map(combine(trail, pointed), ([run, place]) => costMarks(picture, run, place, theme)),
    [picture, trail, pointed, theme],
  );
  const { columns, rows } = useMemo(
    () => ({ columns: columnCentres(picture.surface), rows: rowCentres(picture.surface) }),
    [picture],
  );
  return (
    <Surface3d
      figure={figure}
      marks={marks}
      label={label}
      instructions={t('costSurface.surfaceKeys')}
      onHover={(cell) => {
        const [x, y] = cell ? [columns[cell.column], rows[cell.row]] : [];
        pointed.set(x === undefined || y === undefined ? null : { x, y });
      }}
      onUnavailable={onMissing}
    />
  );
}

/** That another surface is being computed, and how far it is. */
function Progress({ isCurrent }: { readonly isCurrent: boolean }) {
  const { t } = useWords();
  const share = useStore(({ latest }) => latest.surfaceShare);
  if (share === null && isCurrent) return null;
  const percent = Math.round(100 * (share ?? 0));
  return (
    <p className={styles.progress} data-computing>
      <span style={{ width: `${percent}%` }} />
      {t('costSurface.computing', { percent })}
    </p>
  );
}
