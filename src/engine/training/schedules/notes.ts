/** What is said of each schedule and how programs write it; apart from the registry, because only a list and programs want it. */
import type { Localized } from '../../../i18n/localized';
import type { ScheduleId } from './index';

/** The factor on the learning rate as text, where `epoch` counts from 0. */
type FactorText = (every: string, factor: string) => string;

interface ScheduleNotes {
  /** How the learning rate changes, one sentence. */
  readonly hint: Localized;
  /** null where the rate stays as it is. */
  readonly programs: { readonly python: FactorText; readonly javascript: FactorText } | null;
}

export const scheduleNotes: Readonly<Record<ScheduleId, ScheduleNotes>> = {
  constant: {
    hint: {
      en: 'The learning rate stays as it is.',
      zh: '学习率保持不变。',
    },
    programs: null,
  },
  step: {
    hint: {
      en: 'After every so many epochs, the rate is multiplied by the factor.',
      zh: '每过设定的轮数，学习率乘一次衰减倍数。',
    },
    programs: {
      python: (every, factor) => `${factor} ** (epoch // ${every})`,
      javascript: (every, factor) => `${factor} ** Math.floor(epoch / ${every})`,
    },
  },
  exponential: {
    hint: {
      en: 'Falls a little each epoch: by the factor in so many epochs.',
      zh: '每轮都降一点，过了设定的轮数正好乘了衰减倍数。',
    },
    programs: {
      python: (every, factor) => `${factor} ** (epoch / ${every})`,
      javascript: (every, factor) => `${factor} ** (epoch / ${every})`,
    },
  },
  cosine: {
    hint: {
      en: 'Falls to 0 in so many epochs: slowly, then fast, then slowly.',
      zh: '在设定的轮数内降到 0：先慢，再快，后慢。',
    },
    programs: {
      python: (every) => `0.5 * (1 + np.cos(np.pi * min(1, epoch / ${every})))`,
      javascript: (every) => `0.5 * (1 + Math.cos(Math.PI * Math.min(1, epoch / ${every})))`,
    },
  },
};
