/** The top line: the name, the mode, undo and redo, examples, the link, the language, and everything else behind one button. */
import { Ellipsis, Redo2, Undo2 } from 'lucide-react';
import { Suspense } from 'react';
import { ActionButton } from '../panels/controls/ActionButton';
import { lazyPart } from '../panels/controls/lazyPart';
import { PopoverButton } from '../panels/controls/PopoverButton';
import { Segmented } from '../panels/controls/Segmented';
import { useWords } from '../panels/controls/useWords';
import { RunFigures } from '../panels/device/RunFigures';
import { named } from '../panels/shared/punctuation';
import { modes } from '../store/screen';
import { redo, undo, useHistory, useStore } from '../store/store';
import styles from './AppBar.module.css';
import { chooseMode } from './chooseMode';
import { otherLanguage } from './otherLanguage';
import { ShareButton } from './ShareButton';

const ExamplesMenu = lazyPart(async () => (await import('./ExamplesMenu')).ExamplesMenu, { isSmall: true });
const LanguageMenu = lazyPart(async () => (await import('./LanguageMenu')).LanguageMenu, { isSmall: true });
const MoreMenu = lazyPart(async () => (await import('./MoreMenu')).MoreMenu);

export function AppBar() {
  const { t, locale } = useWords();
  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>
        Quadrant <span lang="zh-CN">象限</span>
      </h1>
      <ModeChoice />
      <span className={styles.space} />
      <UndoRedo />
      <span className={styles.roomy}>
        <Suspense fallback={<span className={styles.coming}>{t('app.examples')}</span>}>
          <ExamplesMenu />
        </Suspense>
      </span>
      <span className={styles.roomy}>
        <ShareButton />
      </span>
      <span className={styles.roomy}>
        <Suspense fallback={<span className={styles.comingLanguage}>{otherLanguage(locale).label}</span>}>
          <LanguageMenu />
        </Suspense>
      </span>
      <PopoverButton
        variant="quiet"
        label={t('app.more')}
        icon={<Ellipsis size={18} />}
        iconOnly
        hint={t('hints.more')}
      >
        <Suspense>
          <MoreMenu />
        </Suspense>
      </PopoverButton>
      <RunFigures />
    </header>
  );
}

function ModeChoice() {
  const { t, locale } = useWords();
  const mode = useStore((state) => state.view.mode);
  return (
    <Segmented
      label={t('app.mode')}
      items={modes.map((id) => ({ id, label: t(`app.modes.${id}`) }))}
      value={mode}
      onChange={(id) => {
        chooseMode(id);
        // In Present the arrow keys change pages; with the focus on this group they would choose the mode.
        if (id === 'present' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
      }}
      hint={modes
        .filter((id) => id !== mode)
        .map((id) => named({ locale }, t(`app.modes.${id}`), t(`app.modeHints.${id}`)))
        .join(' ')}
    />
  );
}

function UndoRedo() {
  const { t } = useWords();
  const canUndo = useHistory((history) => history.pastStates.length > 0);
  const canRedo = useHistory((history) => history.futureStates.length > 0);
  return (
    <>
      <ActionButton
        variant="quiet"
        label={t('app.undo')}
        icon={<Undo2 size={16} />}
        iconOnly
        disabled={!canUndo}
        onPress={undo}
        hint={t('hints.undo')}
      />
      <ActionButton
        variant="quiet"
        label={t('app.redo')}
        icon={<Redo2 size={16} />}
        iconOnly
        disabled={!canRedo}
        onPress={redo}
        hint={t('hints.redo')}
      />
    </>
  );
}
