/** The run as a slider: back to a moment that was kept, forth again, or on from there another way. Every picture follows. */
import { Play, SkipForward } from 'lucide-react';
import { useState } from 'react';
import { epochFigure } from '../../drawings/figure';
import { useFollow } from '../../drawings/useFollow';
import type { Timeline } from '../../engine/training/snapshot';
import { play, sourceOf, visit } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Range } from '../controls/Range';
import { useHint } from '../controls/useHint';
import { useWords } from '../controls/useWords';
import styles from './TimelineBar.module.css';

const timelineSource = sourceOf(({ latest }) => latest.timeline);
const followMs = 200;
/** Moments that Page Up and Page Down pass over. */
const page = 10;

export function TimelineBar() {
  const { t } = useWords();
  const { epochs, at, wanted, go } = useTimeline();
  const hint = useHint(t('timeline.hint'));
  const last = epochs.length - 1;
  const position = wanted ?? Math.max(last, 0);
  const epochOf = (mark: number) => t('timeline.epoch', { epoch: epochFigure(epochs[mark] ?? 0) });
  return (
    <div className={styles.bar}>
      <div className={styles.slider} {...hint.triggerProps}>
        <span className={styles.label} data-hint-label>
          {t('timeline.title')}
        </span>
        <Range
          label={t('timeline.title')}
          position={position}
          last={Math.max(last, 1)}
          page={page}
          valueText={wanted === null ? t('timeline.latest') : epochOf(wanted)}
          disabled={last < 1}
          describedBy={hint.describedBy}
          onPosition={go}
          onMove={(by) => go(position + by)}
        />
        {hint.hintNode}
      </div>
      {at === null ? (
        <span className={styles.where}>{t('timeline.latest')}</span>
      ) : (
        <>
          <output className={styles.where} data-metric="visitedEpoch" data-value={epochs[at]}>
            {epochOf(at)}
          </output>
          <ActionButton
            label={t('timeline.continue')}
            icon={<Play size={13} />}
            onPress={play}
            hint={t('timeline.continueHint')}
          />
          <ActionButton
            label={t('timeline.toLatest')}
            icon={<SkipForward size={13} />}
            iconOnly
            variant="quiet"
            onPress={() => go(last)}
          />
        </>
      )}
    </div>
  );
}

/** The moment that was asked for, until the timeline answers. */
interface Asked {
  readonly of: Timeline;
  /** Index into `of.epochs`. */
  readonly mark: number;
}

/** The timeline, the moment that is `wanted` (the shown one, unless another was just asked for), and how to ask for one. */
function useTimeline() {
  const timeline = useFollow(timelineSource, followMs);
  const [asked, setAsked] = useState<Asked | null>(null);
  const wanted = asked?.of === timeline ? asked.mark : timeline.at;
  const go = (to: number) => {
    const of = timelineSource.get();
    const mark = Math.min(Math.max(to, 0), of.epochs.length - 1);
    const epoch = of.epochs[mark];
    if (epoch === undefined) return;
    setAsked({ of, mark });
    visit(epoch);
  };
  return { ...timeline, wanted, go };
}
