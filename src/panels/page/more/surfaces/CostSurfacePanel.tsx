/** J over two parameters or directions, from above and in 3-D, with the path of descent on it: to be watched, read and set by hand. */
import { useMemo, useState } from 'react';
import { createPointing } from '../../../../drawings/surface/pointing';
import type { Missing3d } from '../../../../drawings/surface/Surface3d';
import type { CostSurface } from '../../../../engine/training/costSurface/surfaceQuestion';
import { sameQuestion, surfaceQuestion } from '../../../../store/costSurface';
import { network } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { Note } from '../../../controls/Note';
import { useWords } from '../../../controls/useWords';
import { useNaming } from '../../../shared/useNaming';
import { CostControls } from './CostControls';
import { CostNotes } from './CostNotes';
import { CostPictures } from './CostPictures';
import { axisNames } from './parameterNames';
import styles from './surfaces.module.css';
import { useCostPicture } from './useCostPicture';

export function CostSurfacePanel() {
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  const view = useStore((state) => state.view.costSurface);
  const answer = useStore((state) => state.latest.surface);
  const isOfRun = useStore(({ latest, run }) => latest.surfaceRun === run.runId);
  const question = useMemo(() => surfaceQuestion(experiment, view), [experiment, view]);
  const surface = typeof answer === 'string' ? null : answer;
  const fits = surface?.plane.origin.length === network(experiment).parameterCount;
  const isCurrent = surface !== null && isOfRun && fits && sameQuestion(surface.question, question);
  return (
    <div className={styles.panel}>
      <CostControls question={question} />
      {typeof answer === 'string' && <Note>{t(`costSurface.${answer}`)}</Note>}
      {surface && <Shown {...{ surface, fits, isOfRun, isCurrent, isLog: view.isLog }} />}
      {answer === null && <p className={styles.quiet}>{t('costSurface.waiting')}</p>}
    </div>
  );
}

interface ShownProps {
  readonly surface: CostSurface;
  /** Whether it is of the network that is trained; else it only stays until there is another. */
  readonly fits: boolean;
  /** Whether it is of the run at work: an earlier one of the same network had other points, activations or weights. */
  readonly isOfRun: boolean;
  /** Whether it answers what is asked now. */
  readonly isCurrent: boolean;
  readonly isLog: boolean;
}

function Shown({ surface, fits, isOfRun, isCurrent, isLog }: ShownProps) {
  const naming = useNaming();
  const [pointed] = useState(createPointing);
  const [missing, setMissing] = useState<Missing3d | null>(null);
  const axes = useMemo(
    () => axisNames(naming, fits ? surface.question.directions : null),
    [naming, surface, fits],
  );
  const shown = useCostPicture(surface, isLog, axes, isOfRun);
  return (
    <>
      <CostPictures
        {...shown}
        pointed={pointed}
        isCurrent={isCurrent}
        canSet={fits && isOfRun}
        missing={missing}
        onMissing={setMissing}
      />
      <CostNotes {...shown} pointed={pointed} missing={missing} />
    </>
  );
}
