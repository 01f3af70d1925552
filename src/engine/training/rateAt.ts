import type { TrainingSpec } from '../experiment';
import { schedules } from './schedules';

/** Learning rate of an epoch, by the schedule. */
export function rateAt(
  { learningRate, schedule }: Pick<TrainingSpec, 'learningRate' | 'schedule'>,
  epoch: number,
): number {
  return schedules[schedule.id].rate(learningRate, epoch, schedule.options);
}
