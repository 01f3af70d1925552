/** How the learning rate changes, one sentence for each schedule; apart from the registry, because only a list shows it. */
import type { Localized } from '../../../i18n/localized';
import type { ScheduleId } from './index';

export const scheduleHints: Readonly<Record<ScheduleId, Localized>> = {
  constant: { en: 'The learning rate stays as it is.', zh: '学习率保持不变。' },
  step: {
    en: 'After every so many epochs, the rate is multiplied by the factor.',
    zh: '每过设定的轮数，学习率乘一次衰减倍数。',
  },
  exponential: {
    en: 'Falls a little each epoch: by the factor in so many epochs.',
    zh: '每轮都降一点，过了设定的轮数正好乘了衰减倍数。',
  },
  cosine: {
    en: 'Falls to 0 in so many epochs: slowly, then fast, then slowly.',
    zh: '在设定的轮数内降到 0：先慢，再快，后慢。',
  },
};
