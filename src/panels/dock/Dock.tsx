/** The closer looks under the main screen, one tab each. */
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useWords } from '../controls/useWords';
import { Confusion } from './Confusion';
import styles from './Dock.module.css';

export function Dock() {
  const { t } = useWords();
  return (
    <section aria-label={t('dock.title')} className={styles.dock}>
      <Tabs className={styles.tabs ?? ''}>
        <TabList aria-label={t('dock.title')} className={styles.list ?? ''}>
          <Tab id="confusion" className={styles.tab ?? ''}>
            {t('dock.confusion')}
          </Tab>
        </TabList>
        <TabPanel id="confusion" className={styles.panel ?? ''}>
          <Confusion />
        </TabPanel>
      </Tabs>
    </section>
  );
}
