/** Runs in comparison: those that were kept and a race to set up, or the race that is on. */
import { useEffect, useRef } from 'react';
import { useStore } from '../../../../store/store';
import { RaceView } from '../../../shared/race/RaceView';
import { KeptRuns } from './KeptRuns';
import { RaceSetup } from './RaceSetup';
import styles from './RunsTab.module.css';

export function RunsTab() {
  const isRacing = useStore(({ race }) => race !== null);
  const root = useRef<HTMLDivElement>(null);
  const wasRacing = useRef(isRacing);
  useEffect(() => {
    // The button that opened or closed the race is gone, and the focus with it.
    if (wasRacing.current !== isRacing) {
      root.current?.querySelector<HTMLElement>('button:enabled')?.focus({ preventScroll: true });
    }
    wasRacing.current = isRacing;
  }, [isRacing]);
  return (
    <div ref={root}>
      {isRacing ? (
        <RaceView />
      ) : (
        <div className={styles.pair}>
          <KeptRuns />
          <RaceSetup />
        </div>
      )}
    </div>
  );
}
