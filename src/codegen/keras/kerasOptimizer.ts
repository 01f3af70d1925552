/** The optimiser as a call of its class in `keras.optimizers`. */

import { optimizers } from '../../engine/training/optimizers';
import { optimizerNotes } from '../../engine/training/optimizers/notes';
import type { KerasOptimizer, Optimizer } from '../../engine/training/optimizers/optimizer';
import { floatText } from '../numbers';
import type { ProgramContext } from '../programContext';

interface KerasCall {
  /** The class. */
  readonly name: string;
  /** `name=value` after the learning rate. */
  readonly items: readonly string[];
}

/** `isShort` leaves out what Keras takes anyway. Throws RangeError for a hyper-parameter without a name in Keras. */
export function kerasCall({ experiment }: Pick<ProgramContext, 'experiment'>, isShort: boolean): KerasCall {
  const { id, options: values } = experiment.training.optimizer;
  const { hyperparameters }: Optimizer = optimizers[id];
  const { name, options, fixed }: KerasOptimizer = optimizerNotes[id].keras;
  const items = hyperparameters.flatMap((parameter) => {
    const option = options[parameter.id];
    if (!option) throw new RangeError(`${name} of Keras has no name for ${parameter.id}`);
    const value = values[parameter.id] ?? parameter.default;
    return isShort && value === option.default ? [] : [`${option.name}=${floatText(value)}`];
  });
  return { name, items: fixed && !(isShort && fixed.isDefault) ? [...items, fixed.text] : items };
}
