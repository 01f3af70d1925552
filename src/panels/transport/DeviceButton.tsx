/** Which device trains, how fast, and the choice of another. */

import { useFollow } from '../../drawings/useFollow';
import type { DeviceChoice } from '../../engine/devices/createDevice';
import { runSnapshot } from '../../store/derived';
import { look, useStore } from '../../store/store';
import { Choice } from '../controls/Choice';
import { useWords } from '../controls/useWords';
import styles from './DeviceButton.module.css';
import { figuresMs } from './Figures';
import { formatRate } from './formats';

const choices: readonly DeviceChoice[] = ['auto', 'wasm', 'webgl', 'reference'];

export function DeviceButton() {
  return (
    <div className={styles.device}>
      <DeviceChooser />
      <DeviceFigures />
    </div>
  );
}

function useDeviceNames() {
  const { t } = useWords();
  return {
    auto: t('devices.auto'),
    wasm: t('devices.wasm'),
    webgl: t('devices.webgl'),
    reference: t('devices.reference'),
  };
}

function DeviceChooser() {
  const { t } = useWords();
  const choice = useStore((state) => state.view.device);
  const names = useDeviceNames();
  const words = {
    auto: t('devices.autoWords'),
    wasm: t('devices.wasmWords'),
    webgl: t('devices.webglWords'),
    reference: t('devices.referenceWords'),
  };
  return (
    <Choice
      label={t('devices.title')}
      variant="compact"
      items={choices.map((id) => ({ id, label: names[id], description: words[id] }))}
      value={choice}
      onChange={(id) => look({ device: id })}
      hint={t('hints.device')}
    />
  );
}

/** Apart from the chooser, because it renders several times a second. */
function DeviceFigures() {
  const { t } = useWords();
  const snapshot = useFollow(runSnapshot, figuresMs);
  const playing = useStore((state) => state.run.playing);
  const names = useDeviceNames();
  const device = snapshot?.device ?? null;
  const rate = playing ? (snapshot?.epochsPerSecond ?? null) : null;
  return (
    <span className={styles.figures}>
      <output data-metric="device" data-value={device ?? ''} aria-label={t('metrics.device')} aria-live="off">
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
  );
}
