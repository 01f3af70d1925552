/** The picture: the plane with its tools, and beside it the network, whole. */
import { Suspense } from 'react';
import { partsShown } from '../../store/screen';
import { useStore } from '../../store/store';
import { lazyPart } from '../controls/lazyPart';
import { Section } from '../controls/Section';
import { useWords } from '../controls/useWords';
import styles from './Picture.module.css';
import { PlanePanel } from './plane/PlanePanel';

/** Loaded after the page: before the first answer of the worker there is nothing to see in it anyhow. */
const Network = lazyPart(async () => (await import('./network/Network')).Network);

export function Picture() {
  const { t } = useWords();
  const mode = useStore((state) => state.view.mode);
  const show = useStore((state) => state.view.show);
  const lesson = useStore((state) => state.lesson?.id ?? '');
  const parts = partsShown({ mode, show });
  return (
    <div className={styles.frame} data-picture="">
      <div className={styles.picture}>
        {parts.includes('plane') && (
          <div className={styles.plane} id="plane">
            <PlanePanel />
          </div>
        )}
        {parts.includes('network') && (
          <div className={styles.network} data-network="">
            <Section title={t('model.title')}>
              <div className={styles.diagram}>
                <Suspense>
                  {/* The dialog of a unit or layer belongs to the experiment in which it was opened. */}
                  <Network key={lesson} />
                </Suspense>
              </div>
            </Section>
          </div>
        )}
      </div>
    </div>
  );
}
