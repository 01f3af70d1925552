/** The picture: the plane with its tools, and beside it the network, whole. */
import { lazy, Suspense } from 'react';
import { Section } from '../controls/Section';
import { useWords } from '../controls/useWords';
import { PlanePanel } from '../plane/PlanePanel';
import styles from './Picture.module.css';

/** Loaded after the page: before the first answer of the worker there is nothing to see in it anyhow. */
const Network = lazy(async () => ({ default: (await import('../model/Network')).Network }));

export function Picture() {
  const { t } = useWords();
  return (
    <div className={styles.picture}>
      <div className={styles.plane} id="plane">
        <PlanePanel />
      </div>
      <div className={styles.network}>
        <Section title={t('model.title')}>
          <div className={styles.diagram}>
            <Suspense>
              <Network />
            </Suspense>
          </div>
        </Section>
      </div>
    </div>
  );
}
