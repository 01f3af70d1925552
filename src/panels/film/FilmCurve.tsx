/** The cost of the run over its epochs, with its playhead, over the curves of kept runs that are laid beside it. */
import { Spline } from 'lucide-react';
import { Suspense, useMemo } from 'react';
import type { Timeline } from '../../drawings/epochChart/EpochChart';
import type { EpochAxis } from '../../drawings/epochChart/epochScale';
import { LossCurves } from '../../drawings/losses/LossCurves';
import { useReadable } from '../../drawings/useReadable';
import { planBatches } from '../../engine/training/batches';
import { softUpdates, updatesAfter } from '../../engine/training/film';
import { punctuationOf } from '../../i18n/languages';
import { seek } from '../../store/commands';
import { prepared } from '../../store/derived';
import { overlaysOf } from '../../store/overlays';
import { look, sourceOf, useStore } from '../../store/store';
import { lazyPart } from '../controls/lazyPart';
import { PopoverButton } from '../controls/PopoverButton';
import { Segmented } from '../controls/Segmented';
import { useWords } from '../controls/useWords';
import styles from './Film.module.css';
import { LogOffer } from './LogOffer';

const rows = sourceOf(({ latest }) => latest.history.rows);
const timelineSource = sourceOf(({ latest }) => latest.timeline);

/** Length of the axis of a young run, in seconds of film. */
const leastSeconds = 5;

const OverlayLegend = lazyPart(async () => (await import('../shared/OverlayLegend')).OverlayLegend, {
  isSmall: true,
});

export function FilmCurve() {
  const { t, locale } = useWords();
  const runs = useStore((state) => state.runs);
  const overlays = useMemo(() => overlaysOf(runs), [runs]);
  const scale = useStore((state) => state.view.lossScale);
  const axis = useEpochAxis();
  const timeline = useTimeline();
  return (
    <div className={styles.curve}>
      <LossCurves
        rows={rows}
        overlays={overlays}
        scale={scale}
        axis={axis}
        timeline={timeline}
        words={{
          label: t('losses.title'),
          epoch: t('losses.epoch'),
          train: t('losses.train'),
          test: t('losses.test'),
          cost: t('film.cost'),
          empty: t('losses.empty'),
          comma: punctuationOf(locale).comma,
        }}
      />
      <div className={styles.corner}>
        <div className={styles.offer} role="status">
          <LogOffer />
        </div>
        <Axes />
      </div>
      {overlays.length > 0 && (
        <Suspense fallback={null}>
          <OverlayLegend />
        </Suspense>
      )}
    </div>
  );
}

function useEpochAxis(): EpochAxis {
  const kind = useStore((state) => state.view.epochScale);
  const data = useStore(({ experiment }) => experiment.data);
  const batchSize = useStore(({ experiment }) => experiment.training.batchSize);
  return useMemo(() => {
    const perEpoch = Math.max(1, planBatches(prepared(data).split.train.length, batchSize, 1).perEpoch);
    const epochs = (updates: number) => updates / perEpoch;
    return kind === 'linear'
      ? { kind }
      : { kind, softEpochs: epochs(softUpdates), leastEpochs: epochs(updatesAfter(leastSeconds)) };
  }, [kind, data, batchSize]);
}

function useTimeline(): Timeline {
  const { t } = useWords();
  // At once for the pointer that moves it; training changes it a few times a second only.
  const { epochs, at } = useReadable(timelineSource);
  return {
    at: at === null ? null : (epochs[at] ?? null),
    isOpen: epochs.length > 1,
    label: t('timeline.title'),
    onVisit: seek,
    onMove: move,
  };
}

/** From where the timeline stands, not from what was rendered last. */
function move(by: number): void {
  const { epochs, at } = timelineSource.get();
  const last = epochs.length - 1;
  const epoch = epochs[Math.min(Math.max((at ?? last) + by, 0), last)];
  if (epoch !== undefined) seek(epoch);
}

function Axes() {
  const { t } = useWords();
  const { lossScale, epochScale } = useStore((state) => state.view);
  const scales = [
    { id: 'linear', label: t('losses.linear') },
    { id: 'log', label: t('losses.log') },
  ] as const;
  return (
    <PopoverButton variant="quiet" label={t('film.axes')} icon={<Spline />} iconOnly hint={t('hints.axes')}>
      <p className={styles.axis}>
        {t('film.costAxis')}
        <Segmented
          label={t('film.costAxis')}
          items={scales}
          value={lossScale}
          onChange={(value) => look({ lossScale: value })}
          hint={t('hints.lossScale')}
        />
      </p>
      <p className={styles.axis}>
        {t('film.epochAxis')}
        <Segmented
          label={t('film.epochAxis')}
          items={scales}
          value={epochScale}
          onChange={(value) => look({ epochScale: value })}
          hint={t('film.epochAxisHint')}
        />
      </p>
    </PopoverButton>
  );
}
