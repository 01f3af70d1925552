/** Makes `t('…')` accept only keys that exist, and ask for the values a sentence has places for. */
import 'i18next';
import type { English } from './en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: English };
  }
}
