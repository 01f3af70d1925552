/** Offers a logarithmic cost axis, once, in words: when the cost has become so small that a linear one shows a line on the ground. */
import { X } from 'lucide-react';
import { useThrottled } from '../../drawings/useThrottled';
import { look, sourceOf, useStore } from '../../store/store';
import { ActionButton } from '../controls/ActionButton';
import { useWords } from '../controls/useWords';
import styles from './Film.module.css';

/** Part of the cost at the start. */
const small = 0.05;

const isLow = sourceOf(({ latest: { history } }) => {
  const first = history.rows[0]?.trainLoss ?? 0;
  const last = history.rows.at(-1)?.trainLoss ?? 0;
  return last < small * first;
});

export function LogOffer() {
  const { t } = useWords();
  const low = useThrottled(isLow);
  const open = useStore(({ view }) => view.lossScale === 'linear' && !view.logOffered);
  if (!low || !open) return null;
  return (
    <>
      <p>{t('film.low')}</p>
      <span className={styles.ways}>
        <ActionButton
          variant="quiet"
          label={t('film.useLog')}
          hint={t('hints.useLog')}
          onPress={() => look({ lossScale: 'log', logOffered: true })}
        />
        <ActionButton
          variant="quiet"
          label={t('controls.dismiss')}
          hint={t('hints.dismiss')}
          icon={<X />}
          iconOnly
          onPress={() => look({ logOffered: true })}
        />
      </span>
    </>
  );
}
