/** Step 3 in LaTeX: the gradient and what is done to it, the rule of the optimiser and the schedule, both from their registries. */
import type { LossSpec, TrainingSpec } from '../../engine/experiment';
import type { OptimizerId } from '../../engine/training/optimizers';
import { optimizerNotes } from '../../engine/training/optimizers/notes';
import { schedules } from '../../engine/training/schedules';
import { marked } from '../formula/markedLatex';
import { penaltyTerms } from './lossLatex';
import { batchPoints, cost, loss, replaceTokens } from './notation';

const gradient = marked({ quantity: 'g' }, 'g');
const rate = (latex: string) => marked({ quantity: 'alpha' }, latex);

/** `isWhole`: every update sees all training points. */
export function gradientLines(
  spec: Pick<LossSpec, 'l1' | 'l2'>,
  { clipNorm }: Pick<TrainingSpec, 'clipNorm'>,
  isWhole: boolean,
): string[] {
  const batchCost = marked({ quantity: 'J' }, 'J_{\\mathcal{B}}');
  const lines = isWhole
    ? [`${gradient} &= \\frac{\\partial ${cost}}{\\partial w}`]
    : [
        `${batchCost} &= \\frac{1}{${batchPoints}} \\sum_{i \\in \\mathcal{B}} ${loss}^{(i)}${penaltyTerms(spec)}`,
        `${gradient} &= \\frac{\\partial ${batchCost}}{\\partial w}`,
      ];
  return clipNorm === null ? lines : [...lines, clipLine()];
}

export function clipLine(): string {
  return `${gradient} &\\leftarrow \\min\\Bigl(1, \\frac{c}{\\lVert g \\rVert}\\Bigr) \\, ${gradient}`;
}

/** The statements of the rule; α is that of the epoch where a schedule changes it. */
export function ruleLines({ optimizer, schedule }: Pick<TrainingSpec, 'optimizer' | 'schedule'>): string[] {
  const alpha = rate(schedule.id === 'constant' ? '\\alpha' : '\\alpha_\\tau');
  return optimizerNotes[optimizer.id].formula
    .split(',\\quad ')
    .map((line) =>
      replaceTokens(line, { g: gradient, '\\alpha': alpha }).replace('\\leftarrow', '&\\leftarrow'),
    );
}

/** Empty where the rate stays the same. */
export function scheduleLines({ schedule }: Pick<TrainingSpec, 'schedule'>): string[] {
  if (schedule.id === 'constant') return [];
  return [schedules[schedule.id].formula.replace(/^\\alpha_\\tau = /, `${rate('\\alpha_\\tau')} &= `)];
}

/** Letters of the optimiser's state, in the order of its slots. */
export function slotLetters(id: OptimizerId): string[] {
  const set = optimizerNotes[id].formula.split(',\\quad ').map((line) => line.charAt(0));
  return set.filter((letter) => letter !== 'w');
}
