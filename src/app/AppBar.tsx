/** The top line: the name, examples, undo and redo, files and links, language, theme, help. */
import { CircleHelp, Contrast, FolderOpen, Languages, Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { ActionButton } from '../panels/controls/ActionButton';
import { MenuButton } from '../panels/controls/MenuButton';
import { PopoverButton } from '../panels/controls/PopoverButton';
import { useWords } from '../panels/controls/useWords';
import { redo, undo, useHistory } from '../store/store';
import styles from './AppBar.module.css';
import { examples } from './examples';
import { Help } from './Help';
import { chooseLocale } from './locale';
import { chooseTheme, keptTheme, themes } from './theme';

/** Files, links and examples cost nothing until they are asked for. */
const documents = () => import('./documents');

export function AppBar() {
  const { t, name } = useWords();
  return (
    <header className={styles.bar}>
      <h1 className={styles.name}>
        Quadrant <span lang="zh-CN">象限</span>
      </h1>
      <MenuButton
        label={t('app.examples')}
        items={examples.map((example) => ({ id: example.id, label: name(example.name) }))}
        onAction={(id) => void documents().then((open) => open.openExample(id))}
      />
      <span className={styles.space} />
      <UndoRedo />
      <ActionButton
        variant="quiet"
        label={t('app.open')}
        icon={<FolderOpen size={16} />}
        iconOnly
        onPress={() => void documents().then((open) => open.openFromDisk())}
        hint={t('hints.open')}
      />
      <ActionButton
        label={t('app.share')}
        onPress={() => void documents().then((open) => open.shareLink())}
        hint={t('hints.share')}
      />
      <ActionButton
        label={t('app.save')}
        onPress={() => void documents().then((open) => open.saveToDisk())}
        hint={t('hints.save')}
      />
      <LanguageButton />
      <ThemeButton />
      <PopoverButton
        variant="quiet"
        label={t('app.help')}
        icon={<CircleHelp size={16} />}
        iconOnly
        hint={t('hints.help')}
      >
        <Help />
      </PopoverButton>
    </header>
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

function LanguageButton() {
  const { t, locale } = useWords();
  return (
    <ActionButton
      variant="quiet"
      label={t('app.otherLanguage')}
      icon={<Languages size={16} />}
      onPress={() => void chooseLocale(locale === 'en' ? 'zh' : 'en')}
      hint={t('hints.language')}
    />
  );
}

function ThemeButton() {
  const { t } = useWords();
  const [theme, setTheme] = useState(keptTheme);
  return (
    <MenuButton
      variant="quiet"
      label={t('app.theme')}
      icon={<Contrast size={16} />}
      iconOnly
      items={themes.map((id) => ({ id, label: t(`app.themes.${id}`) }))}
      value={theme}
      onAction={(id) => {
        setTheme(id);
        chooseTheme(id);
      }}
      hint={t('hints.theme')}
    />
  );
}
