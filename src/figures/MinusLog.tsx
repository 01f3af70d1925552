/** The loss of each point on −log a: the dots slide down the curve while the model is trained. */
import { useCallback, useMemo } from 'react';
import { LossPoints } from '../drawings/lossPoints/LossPoints';
import { lossShape } from '../drawings/lossPoints/lossShape';
import { useWords } from '../panels/controls/useWords';
import { named } from '../panels/shared/punctuation';
import { currentSnapshot, network, prepared } from '../store/derived';
import { look, sourceOf, useStore } from '../store/store';
import styles from './Figure.module.css';
import type { FigureProps } from './figure';
import { useFilmLoop } from './useFilmLoop';

const pointed = sourceOf(({ view }) => view.pointed);

export function MinusLog({ moves }: FigureProps) {
  useFilmLoop(moves);
  const { t, locale } = useWords();
  const experiment = useStore((state) => state.experiment);
  const { data, loss, model } = experiment;
  const { points, split } = prepared(data);
  const { outputs } = network(experiment);
  const shape = useMemo(
    () => lossShape(loss, model.outputActivation, outputs, data.task),
    [loss, model.outputActivation, outputs, data.task],
  );
  const curveName = useCallback(
    (target: string, formula: string) => named({ locale }, target, formula),
    [locale],
  );
  return (
    <div className={styles.whole}>
      <LossPoints
        frame={currentSnapshot}
        points={points}
        isTest={split.isTest}
        showTest={false}
        shape={shape}
        pointed={pointed}
        probed={pointed}
        axisLabel={t('lossPoints.trueClass')}
        curveName={curveName}
        label={t('lossPoints.label')}
        reading={t('lossPoints.none')}
        onPoint={(index) => look({ pointed: index })}
        onPick={(index) => look({ pointed: index })}
      />
    </div>
  );
}
