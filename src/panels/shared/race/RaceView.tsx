/** A race while it is on: its controls, every lane with its picture, and the curves of all of them in one chart. */
import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { useMemo } from 'react';
import type { BoundaryFrame } from '../../../drawings/boundary/frame';
import { LossCurves } from '../../../drawings/losses/LossCurves';
import { useThrottled } from '../../../drawings/useThrottled';
import { constant, type ReadableStore } from '../../../engine/readableStore';
import type { HistoryRow } from '../../../engine/training/snapshot';
import { punctuationOf } from '../../../i18n/languages';
import { prepared } from '../../../store/derived';
import { overlayOf } from '../../../store/overlays';
import { adoptLane, closeRace, pauseRace, playRace, resetRace } from '../../../store/race';
import type { Lane } from '../../../store/raceState';
import { look, sourceOf, useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { Note } from '../../controls/Note';
import { Section } from '../../controls/Section';
import { Segmented } from '../../controls/Segmented';
import { useWords } from '../../controls/useWords';
import { named } from '../punctuation';
import { CurvePart } from './CurvePart';
import { LaneCard } from './LaneCard';
import styles from './RaceView.module.css';
import { valueText } from './settingWords';

/** Least time between two changes of the figures; faster ones are not readable. */
const followMs = 100;

const noLanes: readonly Lane[] = [];
const lanesSource = sourceOf(({ race }) => race?.lanes ?? noLanes);

interface RaceViewProps {
  /** Whether it belongs to a question of Why: it ends with it, and its lanes are no experiments of the learner's. */
  isOfQuestion?: boolean;
}

export function RaceView({ isOfQuestion = false }: RaceViewProps) {
  const { t } = useWords();
  const thing = useStore(({ race }) => race?.thing ?? 'activation');
  // All lanes at once: what stands side by side is of the same epoch.
  const lanes = useThrottled(lanesSource, followMs);
  return (
    <Section
      title={t('race.of', { thing: t(`race.things.${thing}`) })}
      trailing={<Controls canClose={!isOfQuestion} />}
    >
      <Trouble />
      <div className={styles.race}>
        <div className={styles.lanes}>
          {lanes.map((lane, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lanes never change their places
            <RaceLane key={index} lane={lane} index={index} canUse={!isOfQuestion} />
          ))}
        </div>
        <div className={styles.curves}>
          {thing === 'loss' && <p className={styles.quiet}>{t('race.losses')}</p>}
          <Curves lanes={lanes} />
        </div>
      </div>
    </Section>
  );
}

function Controls({ canClose }: { canClose: boolean }) {
  const { t, locale } = useWords();
  const playing = useStore(({ race }) => race?.playing ?? false);
  const canPlay = useStore(({ race }) => race !== null && !race.isOver && race.trouble === null);
  const canReset = useStore(({ race }) => race?.trouble !== 'dead');
  return (
    <>
      <ActionButton
        label={playing ? t('transport.pause') : t('transport.play')}
        name={named({ locale }, playing ? t('transport.pause') : t('transport.play'), t('race.title'))}
        icon={playing ? <Pause /> : <Play />}
        onPress={playing ? pauseRace : playRace}
        disabled={!canPlay}
        hint={playing ? t('race.hints.pause') : t('race.hints.play')}
      />
      <ActionButton
        label={t('transport.reset')}
        name={named({ locale }, t('transport.reset'), t('race.title'))}
        icon={<RotateCcw />}
        onPress={resetRace}
        disabled={!canReset}
        hint={t('race.hints.reset')}
      />
      {canClose && (
        <ActionButton
          variant="quiet"
          label={t('race.close')}
          icon={<X />}
          onPress={closeRace}
          hint={t('race.hints.close')}
        />
      )}
    </>
  );
}

function Trouble() {
  const { t } = useWords();
  const trouble = useStore(({ race }) => race?.trouble ?? null);
  const silence = useStore(({ race }) => race?.silence ?? null);
  if (trouble) return <Note kind="warning">{t(`race.${trouble}`)}</Note>;
  if (silence) return <Note>{t(`notices.silence.${silence}`)}</Note>;
  return <p className={styles.quiet}>{t('race.waiting')}</p>;
}

const emptyFrame: BoundaryFrame = { outputs: null, predictions: null };

interface RaceLaneProps {
  lane: Lane;
  index: number;
  canUse: boolean;
}

function RaceLane({ lane, index, canUse }: RaceLaneProps) {
  const words = useWords();
  const { value, experiment, picture } = lane;
  const frame = useMemo(() => frameOf(index), [index]);
  const discretize = useStore(({ view }) => view.discretize);
  const showTest = useStore(({ view }) => view.showTest);
  const isUsed = useStore((state) => state.experiment === experiment);
  return (
    <LaneCard
      name={valueText(words, value)}
      line={index}
      frame={frame}
      data={experiment.data}
      view={{ discretize, showTest }}
      points={prepared(experiment.data)}
      figures={picture}
      isUsed={isUsed}
      onUse={canUse ? () => adoptLane(index) : null}
    />
  );
}

/** What a lane answers, for its canvas: drawn without rendering. */
function frameOf(index: number): ReadableStore<BoundaryFrame> {
  return sourceOf(({ race }) => race?.lanes[index]?.picture ?? emptyFrame);
}

const noRows: ReadableStore<readonly HistoryRow[]> = constant([]);

function Curves({ lanes }: { lanes: readonly Lane[] }) {
  const { t, locale } = useWords();
  const part = useStore(({ runs }) => runs.part);
  const scale = useStore(({ view }) => view.lossScale);
  const overlays = useMemo(
    () =>
      lanes.map(({ value, history }, line) =>
        overlayOf(line, valueText({ t, locale }, value), history.rows, part),
      ),
    [lanes, part, t, locale],
  );
  return (
    <>
      <div className={styles.choices}>
        <CurvePart label={t('race.chart')} hint={t('race.hints.part')} />
        <Segmented
          label={t('losses.scale')}
          variant="quiet"
          items={[
            { id: 'linear', label: t('losses.linear') },
            { id: 'log', label: t('losses.log') },
          ]}
          value={scale}
          onChange={(lossScale) => look({ lossScale })}
          hint={t('hints.lossScale')}
        />
      </div>
      <div className={styles.chart}>
        <LossCurves
          rows={noRows}
          overlays={overlays}
          scale={scale}
          words={{
            label: t('race.chart'),
            epoch: t('losses.epoch'),
            train: t('losses.train'),
            test: t('losses.test'),
            cost: t('film.cost'),
            empty: t('page.loading'),
            comma: punctuationOf(locale).comma,
          }}
        />
      </div>
    </>
  );
}
