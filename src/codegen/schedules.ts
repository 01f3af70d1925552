/** The learning rate of an epoch (from 0) as a function: the formulas of the schedules' registry in Python and JavaScript. */
import type { Hyperparameter } from '../engine/training/hyperparameter';
import { schedules } from '../engine/training/schedules';
import { scheduleNotes } from '../engine/training/schedules/notes';
import { floatText, numberText } from './numbers';
import type { ProgramContext } from './programContext';

/** Throws RangeError where the rate is constant. */
export function rateFactor({ experiment }: ProgramContext, language: 'python' | 'javascript'): string {
  const { schedule } = experiment.training;
  const { programs } = scheduleNotes[schedule.id];
  if (!programs) throw new RangeError(`the schedule ${schedule.id} has no factor`);
  const hyperparameters: readonly Hyperparameter[] = schedules[schedule.id].hyperparameters;
  const option = (id: string) =>
    schedule.options[id] ?? hyperparameters.find((parameter) => parameter.id === id)?.default ?? 1;
  const factor = option('factor');
  return programs[language](
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
