/** The closer looks under the main screen, one tab each. Only the open one exists; it may take half of the page's height. */
import { ChevronsDown, ChevronsUp } from 'lucide-react';
import { Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { DockTab } from '../../store/runState';
import { look, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { useWords } from '../controls/useWords';
import styles from './Page.module.css';
import { tabs } from './pages';

export function Dock() {
  const { t } = useWords();
  const { dockTab, dockTall } = useStore((state) => state.view);
  return (
    <section id="dock" aria-label={t('dock.title')} className={styles.dock} data-tall={dockTall || undefined}>
      <Tabs
        className={styles.tabs ?? ''}
        selectedKey={dockTab}
        onSelectionChange={(tab) => look({ dockTab: tab as DockTab })}
      >
        <div className={styles.line}>
          <TabList aria-label={t('dock.title')} className={styles.list ?? ''}>
            {tabs.map(({ id }) => (
              <Tab key={id} id={id} className={styles.tab ?? ''}>
                {t(`dock.${id}`)}
              </Tab>
            ))}
          </TabList>
          <ActionButton
            variant="quiet"
            label={dockTall ? t('dock.lower') : t('dock.taller')}
            icon={dockTall ? <ChevronsDown size={14} /> : <ChevronsUp size={14} />}
            iconOnly
            onPress={() => look({ dockTall: !dockTall })}
          />
        </div>
        {tabs.map(({ id, Content }) => (
          <TabPanel key={id} id={id} className={styles.panel ?? ''}>
            <Suspense fallback={<p className={styles.loading}>{t('dock.loading')}</p>}>
              <Content />
            </Suspense>
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}
