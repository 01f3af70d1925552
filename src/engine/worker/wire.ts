/** Messages to workers as they are posted: experiments with their points in typed arrays (see `typedColumns.ts`). */
import {
  columnBuffers,
  type TypedExperiment,
  withPlainColumns,
  withTypedColumns,
} from '../data/typedColumns';
import type { Configure, ToWorker } from './protocol';
import type { Start, ToRace } from './raceProtocol';

type TypedConfigure = Omit<Configure, 'experiment'> & { readonly experiment: TypedExperiment };
type TypedStart = Omit<Start, 'experiments'> & { readonly experiments: readonly TypedExperiment[] };

export type Wired = Exclude<ToWorker | ToRace, Configure | Start> | TypedConfigure | TypedStart;

export function toWire(message: ToWorker | ToRace): Wired {
  if (message.type === 'configure') return { ...message, experiment: withTypedColumns(message.experiment) };
  if (message.type === 'start') return { ...message, experiments: message.experiments.map(withTypedColumns) };
  return message;
}

export function fromWire(message: Wired): ToWorker | ToRace {
  if (message.type === 'configure') return { ...message, experiment: withPlainColumns(message.experiment) };
  if (message.type === 'start') {
    return { ...message, experiments: message.experiments.map((experiment) => withPlainColumns(experiment)) };
  }
  return message;
}

/** Memory that may be given away with a message, instead of being copied once more. */
export function wiredBuffers(message: Wired): ArrayBuffer[] {
  if (message.type === 'configure') return columnBuffers(message.experiment);
  return message.type === 'start' ? message.experiments.flatMap(columnBuffers) : [];
}
