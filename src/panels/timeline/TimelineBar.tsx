/** The run as a slider: back to a moment that was kept, forth again, or on from there another way. Every picture follows. */
import { Play, SkipForward } from 'lucide-react';
import { epochFigure } from '../../drawings/figure';
import { useSource } from '../../drawings/useSource';
import { play, sourceOf, visit } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { Range } from '../controls/Range';
import { useHint } from '../controls/useHint';
import { useWords } from '../controls/useWords';
import styles from './TimelineBar.module.css';

const timelineSource = sourceOf(({ latest }) => latest.timeline);
/** Moments that Page Up and Page Down pass over. */
const page = 10;

export function TimelineBar() {
  const { t } = useWords();
  // At once for the hand that moves it; training changes it a few times a second only.
  const { epochs, at } = useSource(timelineSource);
  const hint = useHint(t('timeline.hint'));
  const last = epochs.length - 1;
  const position = at ?? Math.max(last, 0);
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
          valueText={at === null ? t('timeline.latest') : epochOf(at)}
          disabled={last < 1}
          describedBy={hint.describedBy}
          onPosition={go}
          onMove={move}
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

/** Asks for a moment, by its index or the nearest there is. */
function go(to: number): void {
  const { epochs } = timelineSource.get();
  const epoch = epochs[Math.min(Math.max(to, 0), epochs.length - 1)];
  if (epoch !== undefined) visit(epoch);
}

/** From where the timeline stands, whatever was rendered last. */
function move(by: number): void {
  const { epochs, at } = timelineSource.get();
  go((at ?? epochs.length - 1) + by);
}
