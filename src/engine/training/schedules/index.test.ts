import { describe, expect, it } from 'vitest';
import { defaultValues } from '../hyperparameter';
import type { Schedule } from './index';
import { type ScheduleId, schedules } from './index';

const rates = (id: ScheduleId, options: Record<string, number>, epochs: readonly number[]) =>
  epochs.map((epoch) => (schedules[id] as Schedule).rate(0.8, epoch, options));

describe('the schedules', () => {
  it.each(Object.values<Schedule>(schedules))(
    '$id starts at the base rate and never exceeds it or goes below 0',
    (schedule) => {
      const options = defaultValues(schedule.hyperparameters);
      expect(schedule.rate(0.8, 0, options)).toBe(0.8);
      for (let epoch = 0; epoch < 5000; epoch += 37) {
        expect(schedule.rate(0.8, epoch, options)).toBeLessThanOrEqual(0.8);
        expect(schedule.rate(0.8, epoch, options)).toBeGreaterThanOrEqual(0);
      }
    },
  );

  it('constant stays', () => {
    expect(rates('constant', {}, [0, 1, 1e6])).toEqual([0.8, 0.8, 0.8]);
  });

  it('step falls at once after so many epochs', () => {
    expect(rates('step', { epochs: 10, factor: 0.5 }, [0, 9, 10, 19, 20])).toEqual([0.8, 0.8, 0.4, 0.4, 0.2]);
  });

  it('exponential falls a little every epoch, by the factor after so many', () => {
    const [, early, half, full] = rates('exponential', { epochs: 10, factor: 0.25 }, [0, 1, 5, 10]);
    expect(early).toBeLessThan(0.8);
    expect(half).toBeCloseTo(0.4, 12);
    expect(full).toBeCloseTo(0.2, 12);
  });

  it('cosine reaches half the rate half way and 0 at the end, and stays there', () => {
    const [half, end, later] = rates('cosine', { epochs: 100 }, [50, 100, 250]);
    expect(half).toBeCloseTo(0.4, 12);
    expect([end, later]).toEqual([0, 0]);
  });
});
