/** Which device trains and how fast, and a small dialog with the speed of each and the choice of one. */
import { useFollow } from '../../drawings/useFollow';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { PopoverButton } from '../controls/PopoverButton';
import { useWords } from '../controls/useWords';
import { formatRate } from '../shared/formats';
import styles from './DeviceButton.module.css';
import { DeviceChoices } from './DeviceChoices';

export function DeviceButton() {
  const { t } = useWords();
  const choice = useStore((state) => state.view.device);
  const label = t(`devices.${choice}`);
  return (
    <div className={styles.device}>
      <PopoverButton
        label={label}
        name={`${t('devices.title')}: ${label}`}
        variant="quiet"
        hint={t('hints.device')}
      >
        <DeviceChoices />
      </PopoverButton>
      <DeviceFigures />
    </div>
  );
}

/** Apart from the button, because it renders several times a second. */
function DeviceFigures() {
  const { t } = useWords();
  const snapshot = useFollow(runSnapshot);
  const playing = useStore((state) => state.run.playing);
  const device = snapshot?.device ?? null;
  const rate = playing ? (snapshot?.epochsPerSecond ?? null) : null;
  return (
    <span className={styles.figures}>
      <output data-metric="device" data-value={device ?? ''} aria-label={t('metrics.device')} aria-live="off">
        {device ? t(`devices.${device}`) : '–'}
      </output>
      <output
        data-metric="epochsPerSecond"
        data-value={rate === null ? '' : String(rate)}
        aria-label={t('metrics.epochsPerSecond')}
        aria-live="off"
      >
        {rate === null ? '–' : formatRate(rate)} {t('metrics.epochsPerSecond')}
      </output>
    </span>
  );
}
