/** Four kinds of targets, each with the output that suits it: one after the other is trained, or the one that a reader chooses. */
import { useCallback } from 'react';
import { outputActivations } from '../engine/model/activations';
import { useWords } from '../panels/controls/useWords';
import {
  outputActivation,
  suitedOutput,
  type TargetKind,
  targetKinds,
} from '../panels/page/why/questionExperiments';
import { play, reset } from '../store/commands';
import { edit, useStore } from '../store/store';
import styles from './Figure.module.css';
import { FigurePlane } from './FigurePlane';
import type { FigureProps } from './figure';
import { useFilmLoop } from './useFilmLoop';

export function OutputActivation({ moves }: FigureProps) {
  const { t, name } = useWords();
  const output = useStore(({ experiment }) => experiment.model.outputActivation);
  const kind = targetKinds.find((one) => suitedOutput[one] === output) ?? 'yesNo';
  const show = useCallback(
    (shown: TargetKind) => {
      if (shown === kind) reset();
      else edit(() => outputActivation(shown));
      if (moves) play();
    },
    [kind, moves],
  );
  const next = targetKinds[(targetKinds.indexOf(kind) + 1) % targetKinds.length] ?? kind;
  useFilmLoop(
    moves,
    useCallback(() => show(next), [show, next]),
  );
  return (
    <div className={styles.parts}>
      <div className={styles.second}>
        {targetKinds.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.choice}
            aria-pressed={one === kind}
            onClick={() => show(one)}
          >
            {t(`why.output.kinds.${one}`)} <b>{name(outputActivations[suitedOutput[one]].name)}</b>
          </button>
        ))}
        <p className={styles.words}>{t(`why.output.reasons.${kind}`)}</p>
      </div>
      <div className={styles.first}>
        <FigurePlane />
      </div>
    </div>
  );
}
