/**
 * A figure in the frame that a page of others gives it: no bars, as large as the frame, moving by itself while it is in sight, with a
 * line below that stops it and opens its lesson.
 */
import { ExternalLink, Pause, Play } from 'lucide-react';
import { type ComponentType, Suspense, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { loadMathematicsWords } from '../i18n/i18n';
import { ActionButton } from '../panels/controls/ActionButton';
import { lazyPart } from '../panels/controls/lazyPart';
import { useWords } from '../panels/controls/useWords';
import { Figures } from '../panels/film/Figures';
import { formatEpoch, formatLoss } from '../panels/shared/formats';
import { runSnapshot } from '../store/derived';
import type { FigureId } from '../store/screen';
import { useSnapshot } from '../store/useSnapshot';
import styles from './Figure.module.css';
import type { FigureProps } from './figure';
import { figures } from './figures';

/** Prepares a figure: the component that shows it. */
export function figureView(id: FigureId): ComponentType {
  const Content = lazyPart(async () => {
    const [content] = await Promise.all([figures[id].load(), loadMathematicsWords()]);
    return content;
  });
  return () => <FigureView id={id} Content={Content} />;
}

interface FigureViewProps {
  readonly id: FigureId;
  readonly Content: ComponentType<FigureProps>;
}

function FigureView({ id, Content }: FigureViewProps) {
  const { t, tag, locale, name } = useWords();
  const { title, hasRun, lesson, card } = figures[id];
  const [ref, isInSight] = useInSight();
  // Who has asked for little motion starts it.
  const [isOn, setIsOn] = useState(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  return (
    <I18nProvider locale={tag}>
      <main ref={ref} className={styles.figure} aria-label={name(title)} data-figure={id}>
        <div className={styles.content}>
          <Suspense>
            <Content moves={isOn && isInSight} />
          </Suspense>
        </div>
        <footer className={styles.foot}>
          <ActionButton
            variant="quiet"
            iconOnly
            icon={isOn ? <Pause /> : <Play />}
            label={isOn ? t('figures.pause') : t('figures.play')}
            hint={isOn ? t('figures.pauseHint') : t('figures.playHint')}
            onPress={() => setIsOn(!isOn)}
          />
          <h1 className={styles.title}>{name(title)}</h1>
          {hasRun && <RunText />}
          <a
            className={styles.link}
            href={`./?lang=${locale}&mode=learn&lesson=${lesson}&card=${card}`}
            target="_blank"
            rel="noopener"
          >
            {t('figures.open')} <ExternalLink size={13} aria-hidden />
          </a>
        </footer>
        {hasRun && (
          <div className="visually-hidden">
            <Figures />
          </div>
        )}
      </main>
    </I18nProvider>
  );
}

function RunText() {
  const { t } = useWords();
  const snapshot = useSnapshot(runSnapshot);
  return (
    <span className={styles.run} aria-hidden="true">
      {t('metrics.epoch')} {formatEpoch(snapshot?.epoch ?? 0)}
      {snapshot?.train && <> · J {formatLoss(snapshot.train.loss)}</>}
    </span>
  );
}

/** Whether any of it can be seen: of a long page, most figures cannot. */
function useInSight() {
  const ref = useRef<HTMLElement>(null);
  const [isInSight, setIsInSight] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const observer = new IntersectionObserver((entries) =>
      setIsInSight(entries.at(-1)?.isIntersecting ?? false),
    );
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, []);
  return [ref, isInSight] as const;
}
