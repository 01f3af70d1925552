/** The numbers that a loss, an optimiser or a schedule declares, each with its field. */
import type { Experiment } from '../../engine/experiment';
import { losses } from '../../engine/model/losses';
import type { Hyperparameter } from '../../engine/training/hyperparameter';
import { optimizers } from '../../engine/training/optimizers';
import { schedules } from '../../engine/training/schedules';
import { setOption } from '../../store/modelEdits';
import { beginGesture, edit, endGesture, useStore } from '../../store/store';
import { NumberField } from '../controls/NumberField';
import { NumberSlider } from '../controls/NumberSlider';
import { useWords } from '../controls/useWords';

type Owner = 'optimizer' | 'schedule' | 'loss';

function declaredBy({ loss, training: { optimizer, schedule } }: Experiment, of: Owner) {
  const declared: Readonly<Record<Owner, readonly Hyperparameter[]>> = {
    optimizer: optimizers[optimizer.id].hyperparameters,
    schedule: schedules[schedule.id].hyperparameters,
    loss: losses[loss.id].hyperparameters,
  };
  return declared[of];
}

const hints = {
  optimizer: 'hints.hyperparameter',
  schedule: 'hints.scheduleOption',
  loss: 'hints.lossOption',
} as const;

/** A loss has sliders: what its numbers do is seen in the picture. */
export function Options({ of }: { readonly of: Owner }) {
  const { t, name } = useWords();
  const experiment = useStore((state) => state.experiment);
  const { options } = of === 'loss' ? experiment.loss : experiment.training[of];
  return declaredBy(experiment, of).map((parameter) => {
    const { id, range, scale } = parameter;
    const field = {
      label: name(parameter.name),
      value: options?.[id] ?? parameter.default,
      range,
      integer: parameter.integer ?? false,
      onChange: (value: number) => edit((next) => setOption(next, of, id, value)),
      hint: t(hints[of]),
    };
    return of === 'loss' ? (
      <NumberSlider key={id} {...field} scale={scale} onStart={beginGesture} onEnd={endGesture} />
    ) : (
      <NumberField key={id} {...field} />
    );
  });
}
