import { describe, expect, it } from 'vitest';
import { en } from './en';
import { enMathematics } from './enMathematics';
import { enPages } from './enPages';
import { initI18n, loadMathematicsWords, localeFromPage, locales } from './i18n';
import { zh } from './zh';

/** Every sentence by its path, e.g. `app.title`. */
function flat(words: object, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words as Record<string, string | object>).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : Object.entries(flat(value, `${path}${key}.`)),
    ),
  );
}

const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the words in two languages', () => {
  const english = flat({ ...en, ...enPages, ...enMathematics });
  const chinese = flat(zh);

  it('have the same keys', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('are never empty', () => {
    const empty = [...Object.entries(english), ...Object.entries(chinese)].filter(
      ([, text]) => text.trim() === '',
    );
    expect(empty).toEqual([]);
  });

  it('have places for the same values', () => {
    for (const [key, text] of Object.entries(english)) {
      expect([key, places(chinese[key] ?? '')]).toEqual([key, places(text)]);
    }
  });

  it('are Chinese in Chinese and not in English', () => {
    const bare = Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    const foreign = /^(app\.otherLanguage|devices\.\w+|help\.keys\.\w+\.key)$/;
    expect(bare.map(([key]) => key).filter((key) => !foreign.test(key))).toEqual([]);
    const mixed = Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(mixed.map(([key]) => key)).toEqual(['app.otherLanguage']);
  });

  it('use no half-width punctuation between Chinese characters', () => {
    const sloppy = Object.entries(chinese).filter(([, text]) =>
      /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text),
    );
    expect(sloppy).toEqual([]);
  });
});

describe('localeFromPage', () => {
  it('asks the address first, then the stored choice, then the browser', () => {
    expect(localeFromPage({ search: '?lang=zh', stored: 'en', languages: ['en-GB'] })).toBe('zh');
    expect(localeFromPage({ search: '', stored: 'zh', languages: ['en-GB'] })).toBe('zh');
    expect(localeFromPage({ search: '', languages: ['fr-FR', 'zh-Hans-CN', 'en'] })).toBe('zh');
  });

  it('passes over what it does not speak', () => {
    expect(localeFromPage({ search: '?lang=tlh', stored: 'constructor', languages: ['fr'] })).toBe('en');
  });
});

describe('initI18n', () => {
  it('speaks every language, and does not escape', async () => {
    for (const locale of Object.keys(locales) as (keyof typeof locales)[]) {
      const { t } = await initI18n(locale);
      expect(t('transport.play')).toBe({ en: 'Play', zh: '开始训练' }[locale]);
      expect(t('notices.saved', { name: '<b>' })).toContain('<b>');
    }
  });

  it('takes the words of the mathematics tabs along when they are asked for', async () => {
    const { t } = await initI18n('en');
    await loadMathematicsWords();
    expect(t('proofs.models.linear')).toBe('linear regression');
    expect(t('transport.play')).toBe('Play');
  });
});
