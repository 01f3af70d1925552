/** The learning rate of an epoch (from 0) as a function: the formulas of the schedules' registry in Python and JavaScript. */
import type { ScheduleId } from '../training/schedules';
import { schedules } from '../training/schedules';
import type { Facts } from './facts';

interface Formula {
  python(alpha: number, every: number, factor: number): string;
  javascript(alpha: number, every: number, factor: number): string;
}

const formulas: Record<Exclude<ScheduleId, 'constant'>, Formula> = {
  step: {
    python: (alpha, every, factor) => `${alpha} * ${factor} ** (epoch // ${every})`,
    javascript: (alpha, every, factor) => `${alpha} * ${factor} ** Math.floor(epoch / ${every})`,
  },
  exponential: {
    python: (alpha, every, factor) => `${alpha} * ${factor} ** (epoch / ${every})`,
    javascript: (alpha, every, factor) => `${alpha} * ${factor} ** (epoch / ${every})`,
  },
  cosine: {
    python: (alpha, every) => `${alpha} / 2 * (1 + np.cos(np.pi * min(1, epoch / ${every})))`,
    javascript: (alpha, every) => `(${alpha} / 2) * (1 + Math.cos(Math.PI * Math.min(1, epoch / ${every})))`,
  },
};

/** The rate of the epoch that `epoch` counts from 0; for the base rate 1 the factor on it. */
export function rateFormula({ experiment }: Facts, language: keyof Formula, alpha?: number): string {
  const { schedule, learningRate } = experiment.training;
  const base = alpha ?? learningRate;
  if (schedule.id === 'constant') return String(base);
  const { hyperparameters } = schedules[schedule.id];
  const option = (id: string) =>
    schedule.options[id] ?? hyperparameters.find((parameter) => parameter.id === id)?.default ?? 1;
  return formulas[schedule.id][language](base, option('epochs'), option('factor'));
}

/** `learning_rate(epoch)`, where the rate changes. */
export function pythonSchedule(facts: Facts): string {
  const words = facts.say({
    en: 'The learning rate of an epoch, counted from 0.',
    zh: '第 epoch 轮（从 0 起）的学习率。',
  });
  return `
def learning_rate(epoch):
    """${words}"""
    return ${rateFormula(facts, 'python')}
`;
}
