/** Step 2: the loss of a point, and what regularisation adds to the cost. */
import { limits } from '../../../engine/experiment';
import { type LossId, losses } from '../../../engine/model/losses';
import { lossHints } from '../../../engine/model/losses/hints';
import type { Loss } from '../../../engine/model/losses/loss';
import { chooseLoss, setPenalties } from '../../../store/modelEdits';
import { beginGesture, edit, endGesture, useStore } from '../../../store/store';
import { Choice } from '../../controls/Choice';
import { NumberSlider } from '../../controls/NumberSlider';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';
import { Options } from '../Options';

const penaltyRange = [1e-5, limits.penalty[1]] as const;

export function LossSettings() {
  const { t, name } = useWords();
  const task = useStore(({ experiment }) => experiment.data.task);
  const { id, l1, l2 } = useStore(({ experiment }) => experiment.loss);
  const isSoftmax = useStore(({ experiment }) => experiment.model.outputActivation === 'softmax');
  const lossCard = task === 'classification' ? 'loss' : 'regressionLoss';
  const offered = Object.values<Loss>(losses).filter((loss) => loss.tasks.includes(task));
  const penalty = {
    range: penaltyRange,
    scale: 'log',
    zeroAllowed: true,
    onStart: beginGesture,
    onEnd: endGesture,
  } as const;
  return (
    <>
      <Choice
        label={t('loss.loss')}
        items={offered.map(({ id: lossId, name: words }) => ({
          id: lossId as LossId,
          label: name(words),
          description: name(lossHints[lossId as LossId]),
        }))}
        value={id}
        onChange={(loss) => edit((experiment) => chooseLoss(experiment, loss))}
        hint={taught(t('hints.loss'), isSoftmax ? 'softmaxLoss' : lossCard)}
      />
      <Options of="loss" />
      <NumberSlider
        label={t('loss.l2')}
        value={l2}
        onChange={(value) => edit((experiment) => setPenalties(experiment, { l2: value }))}
        hint={t('hints.l2')}
        {...penalty}
      />
      <NumberSlider
        label={t('loss.l1')}
        value={l1}
        onChange={(value) => edit((experiment) => setPenalties(experiment, { l1: value }))}
        hint={t('hints.l1')}
        {...penalty}
      />
    </>
  );
}
