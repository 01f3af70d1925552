/** The figures of a run that are no part of its film, for scripts and screen readers: device, speed, number of points. */
import { pointCount } from '../../engine/experiment';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useSnapshot } from '../../store/useSnapshot';
import { useWords } from '../controls/useWords';

export function RunFigures() {
  const { t } = useWords();
  const snapshot = useSnapshot(runSnapshot);
  const isTraining = useStore(({ run }) => run.playing && run.silence === null);
  const points = useStore(({ experiment }) => pointCount(experiment.data));
  const figures = {
    device: snapshot?.device ?? '',
    epochsPerSecond: isTraining ? (snapshot?.epochsPerSecond ?? '') : '',
    points,
  };
  return (
    <div className="visually-hidden">
      {Object.entries(figures).map(([metric, value]) => (
        <output
          key={metric}
          data-metric={metric}
          data-value={value}
          aria-label={t(`metrics.${metric as keyof typeof figures}`)}
          aria-live="off"
        >
          {value}
        </output>
      ))}
    </div>
  );
}
