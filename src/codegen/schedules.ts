/** The learning rate of an epoch (from 0) as a function: the formulas of the schedules' registry in Python and JavaScript. */
import type { ScheduleId } from '../engine/training/schedules';
import { schedules } from '../engine/training/schedules';
import { floatText, numberText } from './numbers';
import type { ProgramContext } from './programContext';

type Language = 'python' | 'javascript';

/** The factor on the learning rate in the epoch that `epoch` counts from 0. */
const factors: Record<
  Exclude<ScheduleId, 'constant'>,
  Record<Language, (every: string, factor: string) => string>
> = {
  step: {
    python: (every, factor) => `${factor} ** (epoch // ${every})`,
    javascript: (every, factor) => `${factor} ** Math.floor(epoch / ${every})`,
  },
  exponential: {
    python: (every, factor) => `${factor} ** (epoch / ${every})`,
    javascript: (every, factor) => `${factor} ** (epoch / ${every})`,
  },
  cosine: {
    python: (every) => `0.5 * (1 + np.cos(np.pi * min(1, epoch / ${every})))`,
    javascript: (every) => `0.5 * (1 + Math.cos(Math.PI * Math.min(1, epoch / ${every})))`,
  },
};

/** Throws RangeError where the rate is constant. */
export function rateFactor({ experiment }: ProgramContext, language: Language): string {
  const { schedule } = experiment.training;
  if (schedule.id === 'constant') throw new RangeError('a constant rate has no factor');
  const { hyperparameters } = schedules[schedule.id];
  const option = (id: string) =>
    schedule.options[id] ?? hyperparameters.find((parameter) => parameter.id === id)?.default ?? 1;
  const factor = option('factor');
  return factors[schedule.id][language](
    String(option('epochs')),
    language === 'python' ? floatText(factor) : numberText(factor),
  );
}

/** `learning_rate(epoch)`, where the rate changes. */
export function pythonSchedule(facts: ProgramContext): string {
  const words = facts.say({
    en: 'The learning rate of an epoch, counted from 0.',
    zh: '第 epoch 轮（从 0 数起）的学习率。',
  });
  return `
def learning_rate(epoch):
    """${words}"""
    return ${floatText(facts.experiment.training.learningRate)} * ${rateFactor(facts, 'python')}
`;
}
