/** The run as a slider: back to a moment that was kept, forth again, or on from there another way. Every picture follows. */
import { Play, SkipForward } from 'lucide-react';
import { epochFigure } from '../../drawings/figure';
import { useFollow } from '../../drawings/useFollow';
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
  const { epochs, at } = useFollow(timelineSource, followMs);
  const hint = useHint(t('timeline.hint'));
  const last = epochs.length - 1;
  const position = at ?? Math.max(last, 0);
  const epoch = epochFigure(epochs[position] ?? 0);
  const go = (to: number) => {
    const wanted = epochs[Math.min(Math.max(to, 0), last)];
    if (wanted !== undefined) visit(wanted);
  };
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
          valueText={at === null ? t('timeline.latest') : t('timeline.epoch', { epoch })}
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
            {t('timeline.epoch', { epoch })}
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
