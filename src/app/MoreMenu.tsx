/** What is seldom needed: files, other weights, the device with its speed, colours, help; on a phone also examples, link and language. */
import { CircleHelp, Dices, FolderOpen, Save } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ActionButton } from '../panels/controls/ActionButton';
import { PopoverButton } from '../panels/controls/PopoverButton';
import { Segmented } from '../panels/controls/Segmented';
import { useWords } from '../panels/controls/useWords';
import { DeviceChoices } from '../panels/device/DeviceChoices';
import { expectFile } from '../panels/shared/csv/chooseFile';
import { type ActionId, actionOf } from './actions';
import { EarlierDocuments } from './EarlierDocuments';
import { ExamplesMenu } from './ExamplesMenu';
import { Help } from './Help';
import { LanguageMenu } from './LanguageMenu';
import styles from './MoreMenu.module.css';
import { ShareButton } from './ShareButton';
import { chooseTheme, keptTheme, themes } from './theme';

export function MoreMenu() {
  const { t } = useWords();
  useEffect(expectFile, []);
  return (
    <div className={styles.more}>
      <div className={styles.narrow}>
        <ExamplesMenu />
        <ShareButton />
        <LanguageMenu />
      </div>
      <div className={styles.row}>
        <ActionEntry id="open" icon={<FolderOpen />} />
        <ActionEntry id="save" icon={<Save />} />
        <EarlierDocuments />
        <ActionEntry id="newWeights" icon={<Dices />} />
        <PopoverButton label={t('app.help')} icon={<CircleHelp />} hint={t('hints.help')}>
          <Help />
        </PopoverButton>
      </div>
      <ThemeChoice />
      <Part title={t('app.device')}>
        <DeviceChoices />
      </Part>
    </div>
  );
}

/** A button of the list of actions. */
function ActionEntry({ id, icon }: { id: ActionId; icon: ReactNode }) {
  const { t } = useWords();
  const { word, does, run } = actionOf(id);
  return <ActionButton label={word(t)} icon={icon} onPress={run} hint={does(t)} />;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </section>
  );
}

function ThemeChoice() {
  const { t } = useWords();
  const [theme, setTheme] = useState(keptTheme);
  return (
    <div className={styles.line}>
      <span className={styles.title}>{t('app.theme')}</span>
      <Segmented
        label={t('app.theme')}
        items={themes.map((id) => ({ id, label: t(`app.themes.${id}`) }))}
        value={theme}
        onChange={(id) => {
          setTheme(id);
          chooseTheme(id);
        }}
        hint={t('hints.theme')}
      />
    </div>
  );
}
