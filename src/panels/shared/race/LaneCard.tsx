/** One lane of a race: its name as in the chart, what it answers, how well, and why it stopped if it did. */
import { Boundary } from '../../../drawings/boundary/Boundary';
import type { BoundaryFrame } from '../../../drawings/boundary/frame';
import { LineSwatch } from '../../../drawings/losses/LineSwatch';
import type { Points } from '../../../engine/data/dataset';
import type { Split } from '../../../engine/data/split';
import type { DataSpec } from '../../../engine/experiment';
import type { ReadableStore } from '../../../engine/readableStore';
import type { LanePicture } from '../../../engine/training/racePicture';
import type { ViewState } from '../../../store/runState';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import { formatAccuracy, formatCount, formatLoss } from '../formats';
import styles from './LaneCard.module.css';

export interface LaneCardProps {
  name: string;
  /** Which of the looks its curve has, from 0. */
  line: number;
  frame: ReadableStore<BoundaryFrame>;
  data: Pick<DataSpec, 'plane' | 'task' | 'inputs'>;
  /** How the page looks at planes. */
  view: Pick<ViewState, 'discretize' | 'showTest'>;
  points: { readonly points: Points; readonly split: Pick<Split, 'isTest'> };
  /** null before the first picture. */
  figures: Pick<LanePicture, 'epoch' | 'halt' | 'train' | 'test'> | null;
  /** It is the experiment of the page. */
  isUsed: boolean;
  /** null where it cannot become that. */
  onUse: (() => void) | null;
}

export function LaneCard(props: LaneCardProps) {
  const { name, line, frame, data, points, view, figures, isUsed, onUse } = props;
  const { t } = useWords();
  return (
    <article className={styles.lane} aria-label={name}>
      <h3 className={styles.name} style={{ color: `var(--run-${line + 1})` }}>
        <LineSwatch line={line} />
        <span>{name}</span>
      </h3>
      <div className={styles.plane}>
        <Boundary
          frame={frame}
          points={points.points}
          isTest={points.split.isTest}
          {...data}
          {...view}
          label={t('race.plane', { name })}
        />
      </div>
      <Figures figures={figures} classifies={data.task === 'classification'} />
      {onUse && (
        <ActionButton
          label={isUsed ? t('race.used') : t('race.use')}
          name={isUsed ? t('race.used') : t('race.useOf', { name })}
          onPress={onUse}
          disabled={isUsed}
          hint={t('race.hints.use')}
        />
      )}
      <Halted figures={figures} />
    </article>
  );
}

function Figures({ figures, classifies }: Pick<LaneCardProps, 'figures'> & { classifies: boolean }) {
  const { t } = useWords();
  return (
    <table className={styles.figures}>
      <caption className={styles.epoch} data-lane-epoch={figures?.epoch ?? ''}>
        {t('race.epoch', { epoch: figures ? formatCount(figures.epoch) : '–' })}
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('race.loss')}</th>
          {classifies && <th scope="col">{t('race.accuracy')}</th>}
        </tr>
      </thead>
      <tbody>
        <Row title={t('losses.train')} part={figures?.train} classifies={classifies} />
        <Row title={t('losses.test')} part={figures?.test} classifies={classifies} />
      </tbody>
    </table>
  );
}

interface RowProps {
  title: string;
  part: LanePicture['train'] | undefined;
  classifies: boolean;
}

function Row({ title, part, classifies }: RowProps) {
  const text = (value: number | null | undefined, format: (value: number) => string) =>
    value == null ? '–' : format(value);
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{text(part?.loss, formatLoss)}</td>
      {classifies && <td>{text(part?.accuracy, formatAccuracy)}</td>}
    </tr>
  );
}

function Halted({ figures }: Pick<LaneCardProps, 'figures'>) {
  const { t } = useWords();
  if (!figures?.halt) return null;
  const { epoch, halt } = figures;
  const words = { epoch: formatCount(epoch) };
  if (halt === 'diverged') return <p className={styles.diverged}>{t('race.diverged', words)}</p>;
  return <p>{halt === 'noPoints' ? t('race.noPoints') : t('race.stopped', words)}</p>;
}
