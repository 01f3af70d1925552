/** Step 3 in its sheet: the optimiser, the learning rate and the size of a batch. */
import { limits } from '../../../engine/experiment';
import { optimizers } from '../../../engine/training/optimizers';
import { optimizerNotes } from '../../../engine/training/optimizers/notes';
import { prepared } from '../../../store/derived';
import { chooseOptimizer, setTraining } from '../../../store/modelEdits';
import { beginGesture, edit, endGesture, useStore } from '../../../store/store';
import { Choice } from '../../controls/Choice';
import { NumberSlider } from '../../controls/NumberSlider';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';

const gesture = { onStart: beginGesture, onEnd: endGesture };

export function TrainingSettings() {
  const { t, name } = useWords();
  const { optimizer, learningRate } = useStore(({ experiment }) => experiment.training);
  return (
    <>
      <Choice
        label={t('training.optimizer')}
        items={Object.values(optimizers).map((entry) => ({
          id: entry.id,
          label: name(entry.name),
          description: name(optimizerNotes[entry.id].hint),
        }))}
        value={optimizer.id}
        onChange={(id) => edit((experiment) => chooseOptimizer(experiment, id))}
        hint={taught(t('hints.optimizer'), 'descent')}
      />
      <NumberSlider
        label={t('training.learningRate')}
        value={learningRate}
        range={limits.learningRate}
        scale="log"
        onChange={(rate) => edit((experiment) => setTraining(experiment, { learningRate: rate }))}
        hint={taught(t('hints.learningRate'), 'learningRate')}
        {...gesture}
      />
      <BatchSize />
    </>
  );
}

function BatchSize() {
  const { t } = useWords();
  const points = useStore(({ experiment }) => prepared(experiment.data).split.train.length);
  const batchSize = useStore(({ experiment }) => experiment.training.batchSize);
  if (points < 2) return null;
  const size = batchSize === 'all' ? points : Math.min(batchSize, points);
  return (
    <NumberSlider
      label={size === points ? `${t('training.batch')} · ${t('training.batchAll')}` : t('training.batch')}
      value={size}
      range={[1, points]}
      scale="log"
      integer
      stops={batchStops(points)}
      onChange={(value) =>
        edit((experiment) => setTraining(experiment, { batchSize: batchOf(value, points) }))
      }
      hint={taught(t('hints.batch'), 'batch')}
      {...gesture}
    />
  );
}

/** The stops of the batch slider: powers of two up to the number of training points, and that number, which means all. */
function batchStops(points: number): number[] {
  const stops: number[] = [];
  for (let size = 1; size < points; size *= 2) stops.push(size);
  return [...stops, points];
}

function batchOf(size: number, points: number): number | 'all' {
  return size >= points ? 'all' : size;
}
