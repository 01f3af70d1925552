/** J over two parameters or directions, from above and in 3-D, with the path of descent on it: to be watched, read and set by hand. */
import { useMemo, useState } from 'react';
import { createPointing } from '../../drawings/surface/pointing';
import type { Missing3d } from '../../drawings/surface/Surface3d';
import type { CostSurface } from '../../engine/training/costSurface/surfaceQuestion';
import { sameQuestion, surfaceQuestion } from '../../store/costSurface';
import { network } from '../../store/derived';
import { useStore } from '../../store/store';
import { Note } from '../controls/Note';
import { useWords } from '../controls/useWords';
import { useNaming } from '../model/useNaming';
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
  const question = useMemo(() => surfaceQuestion(experiment, view), [experiment, view]);
  const surface = fittingSurface(answer, network(experiment).parameterCount);
  const isCurrent = surface !== null && sameQuestion(surface.question, question);
  return (
    <div className={styles.panel}>
      <CostControls question={question} />
      {typeof answer === 'string' && <Note>{t(`costSurface.${answer}`)}</Note>}
      {surface && <Shown surface={surface} isCurrent={isCurrent} isLog={view.isLog} />}
      {answer === null && <p className={styles.quiet}>{t('costSurface.waiting')}</p>}
    </div>
  );
}

/** A surface of a network that has gone says nothing. */
function fittingSurface(answer: CostSurface | string | null, parameters: number): CostSurface | null {
  if (answer === null || typeof answer === 'string') return null;
  return answer.plane.origin.length === parameters ? answer : null;
}

interface ShownProps {
  readonly surface: CostSurface;
  /** Whether it answers what is asked now. */
  readonly isCurrent: boolean;
  readonly isLog: boolean;
}

function Shown({ surface, isCurrent, isLog }: ShownProps) {
  const naming = useNaming();
  const [pointed] = useState(createPointing);
  const [missing, setMissing] = useState<Missing3d | null>(null);
  const axes = useMemo(() => axisNames(naming, surface.question.directions), [naming, surface]);
  const shown = useCostPicture(surface, isLog, axes);
  return (
    <>
      <CostPictures
        {...shown}
        pointed={pointed}
        isCurrent={isCurrent}
        missing={missing}
        onMissing={setMissing}
      />
      <CostNotes {...shown} pointed={pointed} missing={missing} />
    </>
  );
}
