/** A network of linear layers and the single layer that it multiplies out to: both borders on one plane, and the numbers. */
import { useMemo } from 'react';
import { TwoBoundaries } from '../drawings/boundary/TwoBoundaries';
import { figure } from '../drawings/figure';
import { constant } from '../engine/readableStore';
import { useWords } from '../panels/controls/useWords';
import { NumbersRow } from '../panels/page/why/proofs/NumbersRow';
import { collapsed } from '../panels/page/why/proofs/secondModel';
import { network, prepared, runSnapshot } from '../store/derived';
import { useStore } from '../store/store';
import { useSnapshot } from '../store/useSnapshot';
import styles from './Figure.module.css';
import type { FigureProps } from './figure';
import { useFilmLoop } from './useFilmLoop';

export function LinearCollapse({ moves }: FigureProps) {
  useFilmLoop(moves);
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  const snapshot = useSnapshot(runSnapshot);
  const { data } = experiment;
  const { points, split } = prepared(data);
  const proof = useMemo(
    () => snapshot && collapsed(network(experiment), data, prepared(data), snapshot),
    [experiment, data, snapshot],
  );
  const first = useMemo(() => snapshot && constant(snapshot), [snapshot]);
  const second = useMemo(() => proof && constant(proof.outputs), [proof]);
  const layers = experiment.model.hidden.length + 1;
  if (!proof || !first || !second) return null;
  const models = { first: t('proofs.models.network'), second: t('proofs.collapse.single') };
  return (
    <div className={styles.parts}>
      <div className={styles.first}>
        <div className={styles.square}>
          <div className={styles.plane}>
            <TwoBoundaries
              frame={first}
              second={second}
              points={points}
              isTest={split.isTest}
              plane={data.plane}
              task={data.task}
              inputs={data.inputs}
              showTest={false}
              label={t('proofs.picture', models)}
            />
          </div>
        </div>
      </div>
      <div className={styles.second}>
        <p className={styles.words}>{t('proofs.key', models)}</p>
        <NumbersRow
          kernelName={`W = ${Array.from({ length: layers }, (_, i) => `W^{[${layers - i}]}`).join(' ')}`}
          biasName="b"
          map={proof.layer}
          isResult
        />
        <p className={styles.words}>
          {t('proofs.difference')} <b>{figure(proof.difference)}</b>
        </p>
      </div>
    </div>
  );
}
