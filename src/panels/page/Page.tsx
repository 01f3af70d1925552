/**
 * What explains the picture: one page at a time, each a question. The rarer pages are in a menu; the one that is chosen there has its tab
 * as long as it stands.
 */
import { Suspense } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { showPage } from '../../store/page';
import { morePages, type PageId, tabbedPages } from '../../store/pages';
import { useStore } from '../../store/store';
import { MenuButton } from '../controls/MenuButton';
import { useHint } from '../controls/useHint';
import { useWords } from '../controls/useWords';
import styles from './Page.module.css';
import { contents } from './pages';

export function Page() {
  const { t } = useWords();
  const page = useStore((state) => state.view.page);
  const more = morePages.find((id) => id === page);
  const shown = more ? [...tabbedPages, more] : tabbedPages;
  const Content = contents[page];
  return (
    <section id="page" aria-label={t('page.title')} className={styles.page}>
      <Tabs
        className={styles.tabs ?? ''}
        selectedKey={page}
        onSelectionChange={(id) => showPage(id as PageId)}
      >
        <div className={styles.line}>
          <TabList aria-label={t('page.title')} className={styles.list ?? ''}>
            {shown.map((id) => (
              <PageTab key={id} id={id} />
            ))}
          </TabList>
          <More {...(more ? { value: more } : {})} />
        </div>
        {/* A panel of its own for each page, so that each begins at its top. */}
        <TabPanel key={page} id={page} className={styles.panel ?? ''}>
          <Suspense fallback={<p className={styles.loading}>{t('page.loading')}</p>}>
            <Content />
          </Suspense>
        </TabPanel>
      </Tabs>
    </section>
  );
}

function PageTab({ id }: { id: PageId }) {
  const { t } = useWords();
  const { triggerProps, describedBy, hintNode } = useHint(t(`page.hints.${id}`));
  return (
    <Tab
      id={id}
      className={styles.tab ?? ''}
      aria-label={t(`page.tabs.${id}`)}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
    >
      <span {...triggerProps} className={styles.word}>
        {t(`page.tabs.${id}`)}
        {hintNode}
      </span>
    </Tab>
  );
}

function More({ value }: { value?: PageId }) {
  const { t } = useWords();
  return (
    <MenuButton
      label={t('page.more')}
      variant="quiet"
      items={morePages.map((id) => ({
        id,
        label: t(`page.tabs.${id}`),
        description: t(`page.hints.${id}`),
      }))}
      onAction={showPage}
      hint={t('page.moreHint')}
      {...(value ? { value } : {})}
    />
  );
}
