/** The figures of a run that are no part of its film, for scripts and screen readers: device, speed, number of points. */
import { useThrottled } from '../../drawings/useThrottled';
import { runSnapshot } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';

export function RunFigures() {
  const { t } = useWords();
  const snapshot = useThrottled(runSnapshot);
  const playing = useStore((state) => state.run.playing);
  const points = useStore(({ experiment: { data } }) =>
    data.source.kind === 'preset' ? data.source.points : data.source.y.length,
  );
  const figures = {
    device: snapshot?.device ?? '',
    epochsPerSecond: playing ? (snapshot?.epochsPerSecond ?? '') : '',
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
