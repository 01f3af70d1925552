/** Which run is which line over the loss chart. Loaded with the first of them. */
import { useMemo } from 'react';
import { LineSwatch } from '../../drawings/losses/LineSwatch';
import { lineLetter } from '../../store/overlays';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import { runNames } from '../page/more/runs/runNames';
import styles from './OverlayLegend.module.css';

export function OverlayLegend() {
  const { t, locale } = useWords();
  const { kept, part } = useStore((state) => state.runs);
  const names = useMemo(() => runNames(kept, { t, locale }), [kept, t, locale]);
  return (
    <ul className={styles.legend} aria-label={t('runs.legend', { part: t(`losses.${part}`) })}>
      {kept.map(
        ({ id, line }) =>
          line !== null && (
            <li key={id} style={{ order: line }}>
              <span className={styles.sign} style={{ color: `var(--run-${line + 1})` }}>
                <LineSwatch line={line} />
                {lineLetter(line)}
              </span>
              <span className={styles.name}>{names.get(id)}</span>
            </li>
          ),
      )}
    </ul>
  );
}
