/**
 * The optimisers in PyTorch. Where torch.optim has another rule, a program that repeats the run brings a class of its own, or makes up
 * for the difference before each update. Any other program says what differs.
 */
import { type OptimizerId, optimizers } from '../../engine/training/optimizers';
import { optimizerNotes } from '../../engine/training/optimizers/notes';
import {
  type Optimizer,
  type OptimizerUse,
  option,
  type PytorchOptimizer,
  type PytorchRule,
} from '../../engine/training/optimizers/optimizer';
import type { Localized } from '../../i18n/localized';
import { indented, listed, type Part } from '../code';
import { floatText } from '../numbers';
import type { ProgramContext } from '../programContext';

interface Chosen {
  readonly id: OptimizerId;
  readonly names: PytorchOptimizer;
  readonly use: OptimizerUse;
  /** What the class of torch.optim does otherwise than the page; null where they agree. */
  readonly difference: Localized | null;
}

function chosenOf({ experiment, hasSchedule, inlined }: ProgramContext): Chosen {
  const { id, options } = experiment.training.optimizer;
  const names: PytorchOptimizer = optimizerNotes[id].pytorch;
  const use = { options, hasSchedule, repeats: inlined };
  return { id, names, use, difference: names.difference?.(use) ?? null };
}

export function optimizerWords(facts: ProgramContext): Localized[] {
  const { difference } = chosenOf(facts);
  return difference ? [difference] : [];
}

/** What a program that repeats the run does before each update, to get the page's numbers from the class of torch.optim. */
function correction({ names, use }: Chosen): PytorchOptimizer['beforeStep'] {
  return use.repeats ? names.beforeStep : undefined;
}

export function optimizerLines(facts: ProgramContext): Part {
  const { learningRate } = facts.experiment.training;
  const chosen = chosenOf(facts);
  const { id, names, use, difference } = chosen;
  const corrected = correction(chosen)?.names ?? [];
  const written = (key: string) => floatText(option(use.options, key));
  const items = ['model.parameters()', `lr=${floatText(learningRate)}`];
  if (use.repeats && difference && names.ownRule) {
    const { hyperparameters }: Optimizer = optimizers[id];
    const options = hyperparameters.map((one) => `${one.id}=${written(one.id)}`);
    const call = listed(`optimizer = ${names.ownRule.name}(`, [...items, ...options], ')');
    return [ownClass(facts, id, names.ownRule), '', call];
  }
  const value = (key: string) => (corrected.includes(key) ? key : written(key));
  return [
    corrected.length > 0 && [
      `${corrected.join(', ')} = ${corrected.map(written).join(', ')}`,
      `t = 0  # ${facts.say({ en: 'updates so far', zh: '已更新的次数' })}`,
    ],
    listed(`optimizer = torch.optim.${names.name}(`, [...items, ...names.options(value, use)], ')'),
  ];
}

/** What an update needs before `optimizer.step()`. */
export function beforeStep(facts: ProgramContext): Part {
  const before = correction(chosenOf(facts));
  return before !== undefined && ['t += 1', before.statement];
}

function ownClass({ say }: ProgramContext, id: OptimizerId, { name, before, lines }: PytorchRule): Part {
  const { hyperparameters, initialSlots }: Optimizer = optimizers[id];
  const options = hyperparameters.map((one) => one.id);
  const letters = optimizerNotes[id].state.map(({ letter }) => letter);
  const starts = initialSlots.map((start) =>
    start === 0 ? 'torch.zeros_like(w)' : `torch.full_like(w, ${floatText(start)})`,
  );
  const words = { en: 'The rule of the page and of Keras.', zh: '与页面和 Keras 相同的更新规则。' };
  return [
    '',
    `class ${name}(torch.optim.Optimizer):`,
    `    """${say(words)}"""`,
    '',
    `    def __init__(self, weights, lr, ${options.join(', ')}):`,
    `        super().__init__(weights, dict(lr=lr, ${options.map((one) => `${one}=${one}`).join(', ')}))`,
    before !== undefined && `        self.t = 0  # ${say({ en: 'updates so far', zh: '已更新的次数' })}`,
    '',
    '    @torch.no_grad()',
    '    def step(self):',
    before !== undefined && '        self.t += 1',
    '        for group in self.param_groups:',
    before !== undefined && `            ${before}`,
    '            for w in group["params"]:',
    '                if w.grad is None:',
    '                    continue',
    '                if not self.state[w]:',
    letters.map((letter, k) => `                    self.state[w]["${letter}"] = ${starts[k]}`),
    `                ${letters.join(', ')} = ${letters.map((letter) => `self.state[w]["${letter}"]`).join(', ')}`,
    indented(16, lines),
  ];
}
