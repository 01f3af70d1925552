/** The dialog about devices: the one at work, and one of four to choose, each with its speed or why it has none. */
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';
import type { DeviceChoice } from '../../engine/devices/createDevice';
import type { DeviceId } from '../../engine/devices/device';
import { chooseDevice } from '../../store/answers';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useSnapshot } from '../../store/useSnapshot';
import { useWords } from '../controls/useWords';
import { formatRate } from '../shared/formats';
import { chosenWhy } from './chosenWhy';
import styles from './DeviceChoices.module.css';

const devices: readonly DeviceId[] = ['wasm', 'webgl', 'reference'];

export function DeviceChoices() {
  const { t } = useWords();
  const choice = useStore((state) => state.view.device);
  return (
    <div className={styles.choices}>
      <Running />
      <RadioGroup
        className={styles.group ?? ''}
        aria-label={t('devices.title')}
        value={choice}
        onChange={(id) => chooseDevice(id as DeviceChoice)}
      >
        <Automatic />
        {devices.map((id) => (
          <OneDevice key={id} id={id} />
        ))}
      </RadioGroup>
      <p className={styles.soft}>{t('devices.keeps')}</p>
    </div>
  );
}

/** Apart from the choices, because it renders several times a second. */
function Running() {
  const { t } = useWords();
  const snapshot = useSnapshot(runSnapshot);
  const isTraining = useStore(({ run }) => run.playing && run.silence === null);
  if (!snapshot) return null;
  const rate = isTraining ? snapshot.epochsPerSecond : null;
  return (
    <p className={styles.line}>
      <strong>{t('devices.running', { device: t(`devices.${snapshot.device}`) })}</strong>
      {rate !== null && <Rate value={rate} />}
    </p>
  );
}

function Automatic() {
  const { t } = useWords();
  const speeds = useStore((state) => state.run.speeds);
  const chosen = useStore((state) => state.view.device === 'auto');
  const why = chosen && speeds ? chosenWhy(speeds) : null;
  const words = why
    ? t(`devices.${why.key}`, {
        device: t(`devices.${why.best}`),
        other: t(`devices.${why.other}`),
        times: why.times,
      })
    : t('devices.autoWords');
  return <Option id="auto" words={words} rate={null} />;
}

function OneDevice({ id }: { id: DeviceId }) {
  const { t } = useWords();
  const speed = useStore((state) => state.run.speeds?.of[id]);
  const automatic = useStore((state) => state.view.device === 'auto');
  if (typeof speed === 'number') return <Option id={id} words={t(`devices.${id}Words`)} rate={speed} />;
  const untimed = automatic ? t(`devices.${id}Words`) : t('devices.untimed');
  return <Option id={id} words={speed ? t(`devices.${speed}`) : untimed} rate={null} />;
}

function Option({ id, words, rate }: { id: DeviceChoice; words: string; rate: number | null }) {
  const { t } = useWords();
  const label = t(`devices.${id}`);
  const spoken = rate === null ? '' : `, ${formatRate(rate)} ${t('metrics.epochsPerSecond')}`;
  return (
    <RadioField value={id} aria-label={label + spoken}>
      <RadioButton className={styles.option ?? ''}>
        <span className={styles.mark} />
        <span className={styles.line}>
          {label}
          {rate !== null && <Rate value={rate} />}
        </span>
        <Text slot="description" className={styles.soft ?? ''}>
          {words}
        </Text>
      </RadioButton>
    </RadioField>
  );
}

function Rate({ value }: { value: number }) {
  const { t } = useWords();
  return (
    <span className={styles.rate}>
      {formatRate(value)} {t('metrics.epochsPerSecond')}
    </span>
  );
}
