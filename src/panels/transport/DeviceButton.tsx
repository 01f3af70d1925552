/** Which device trains, how fast, and the choice of another. */
import type { DeviceChoice } from '../../engine/devices/createDevice';
import { look, useStore } from '../../store/store';
import { Choice } from '../controls/Choice';
import { useWords } from '../controls/useWords';
import styles from './DeviceButton.module.css';
import { formatRate } from './formats';

const choices: readonly DeviceChoice[] = ['auto', 'reference', 'webgl'];

export function DeviceButton() {
  const { t } = useWords();
  const device = useStore(({ latest }) => latest.snapshot?.device ?? null);
  const rate = useStore(({ latest, run }) =>
    run.playing ? (latest.snapshot?.epochsPerSecond ?? null) : null,
  );
  const choice = useStore((state) => state.view.device);
  const names = { auto: t('devices.auto'), reference: t('devices.reference'), webgl: t('devices.webgl') };
  const words = {
    auto: t('devices.autoWords'),
    reference: t('devices.referenceWords'),
    webgl: t('devices.webglWords'),
  };
  return (
    <div className={styles.device}>
      <Choice
        label={t('devices.title')}
        variant="compact"
        items={choices.map((id) => ({ id, label: names[id], description: words[id] }))}
        value={choice}
        onChange={(id) => look({ device: id })}
        hint={t('hints.device')}
      />
      <span className={styles.figures}>
        <output
          data-metric="device"
          data-value={device ?? ''}
          aria-label={t('metrics.device')}
          aria-live="off"
        >
          {device ? names[device] : '–'}
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
    </div>
  );
}
