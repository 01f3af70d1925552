/** What the controls of the page are called in its languages, by the keys of its own words. */
import i18next from 'i18next';
import { en } from '../../src/i18n/en';
import { enMathematics } from '../../src/i18n/enMathematics';
import { enPages } from '../../src/i18n/enPages';
import { punctuationOf } from '../../src/i18n/languages';
import { type Locale, type Localized, said } from '../../src/i18n/localized';
import { zh } from '../../src/i18n/zh';

const shared = i18next.createInstance();
void shared.init({
  resources: { en: { translation: { ...en, ...enPages, ...enMathematics } }, zh: { translation: zh } },
  fallbackLng: 'en',
  initAsync: false,
  interpolation: { escapeValue: false },
});

/** What stands for a value that a test does not know. */
const unknown = '\u0001';

export function wordsIn(locale: Locale) {
  const t = shared.getFixedT(locale);
  return {
    t,
    /** The name of an entry of a registry. */
    name: (words: Localized) => said(words, locale),
    /** A name that ends in a value that changes, as the parts of the sentence have it. */
    begins: (kind: string) => new RegExp(`^${escaped(kind)}${escaped(punctuationOf(locale).colon)}`),
  };
}

export type PageWords = ReturnType<typeof wordsIn>;

/** A name with values in it that may be anything: `like((any) => t('inspect.output', { activation: any }))`. */
export function like(name: (any: string) => string): RegExp {
  return new RegExp(`^${pattern(name)}$`);
}

/** A text that has such a sentence in it. */
export function saying(sentence: (any: string) => string): RegExp {
  return new RegExp(pattern(sentence));
}

function pattern(name: (any: string) => string): string {
  return name(unknown).split(unknown).map(escaped).join('.+');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
