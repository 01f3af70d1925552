/** The learning-rate schedules, in the order of the menu. Cosine: Loshchilov & Hutter 2017, one half period. */
import type { Localized } from '../../../i18n/localized';
import type { Hyperparameter, HyperparameterValues } from '../hyperparameter';

/** The learning rate of an epoch; it stays the same within the epoch. */
export interface Schedule {
  readonly id: string;
  readonly name: Localized;
  /** The rate α_τ of epoch τ in LaTeX; t counts updates elsewhere. */
  readonly formula: string;
  readonly hyperparameters: readonly Hyperparameter[];
  /** The rate of `epoch` (from 0) for the base rate α. */
  rate(base: number, epoch: number, options: HyperparameterValues): number;
}

const every = {
  id: 'epochs',
  name: { en: 'epochs', zh: '轮数' },
  symbol: 'E',
  label: 'E',
  range: [1, 100_000],
  default: 1000,
  scale: 'log',
  integer: true,
} as const satisfies Hyperparameter;

const factor = {
  id: 'factor',
  name: { en: 'factor', zh: '衰减倍数' },
  symbol: '\\gamma',
  label: 'γ',
  range: [0.01, 1],
  default: 0.5,
  scale: 'linear',
} as const satisfies Hyperparameter;

export const schedules = {
  constant: {
    id: 'constant',
    name: { en: 'constant', zh: '恒定' },
    formula: '\\alpha_\\tau = \\alpha',
    hyperparameters: [],
    rate: (base) => base,
  },
  step: {
    id: 'step',
    name: { en: 'step', zh: '阶梯衰减' },
    formula: '\\alpha_\\tau = \\alpha\\,\\gamma^{\\lfloor \\tau / E \\rfloor}',
    hyperparameters: [every, factor],
    rate: (base, epoch, { epochs = every.default, factor: gamma = factor.default }) =>
      base * gamma ** Math.floor(epoch / epochs),
  },
  exponential: {
    id: 'exponential',
    name: { en: 'exponential', zh: '指数衰减' },
    formula: '\\alpha_\\tau = \\alpha\\,\\gamma^{\\tau / E}',
    hyperparameters: [every, factor],
    rate: (base, epoch, { epochs = every.default, factor: gamma = factor.default }) =>
      base * gamma ** (epoch / epochs),
  },
  cosine: {
    id: 'cosine',
    name: { en: 'cosine', zh: '余弦衰减' },
    formula: '\\alpha_\\tau = \\tfrac{\\alpha}{2}\\left(1 + \\cos(\\pi \\min(1, \\tau / E))\\right)',
    hyperparameters: [every],
    rate: (base, epoch, { epochs = every.default }) =>
      (base / 2) * (1 + Math.cos(Math.PI * Math.min(1, epoch / epochs))),
  },
} as const satisfies Record<string, Schedule>;

export type ScheduleId = keyof typeof schedules;

/** The learning rate of `epoch`, from 0, by the schedule. */
export function rateAt(
  training: {
    readonly learningRate: number;
    readonly schedule: { readonly id: ScheduleId; readonly options: HyperparameterValues };
  },
  epoch: number,
): number {
  const { learningRate, schedule } = training;
  return schedules[schedule.id].rate(learningRate, epoch, schedule.options);
}
