/**
 * What becomes of a language that is still being translated. Two are made up here from the Chinese: one has nine texts of ten, the other
 * five, of the sentences and of the names beside their code.
 */
import { describe, expect, it, vi } from 'vitest';
import type { SomeMessages } from '../src/i18n/en';
import { zh } from '../src/i18n/zh';
import { readSources, type Source, wordShares } from './wordShares.js';

/** Nine or five sentences of ten, so that no group of them is all there or all missing. */
function part(words: object, tenths: number, count = { of: 0 }): Record<string, unknown> {
  const entries = Object.entries(words as Record<string, string | object>).map(([key, value]) =>
    typeof value === 'string'
      ? count.of++ % 10 < tenths
        ? [key, `made up: ${value}`]
        : []
      : [key, part(value, tenths, count)],
  );
  return Object.fromEntries(entries.filter(({ length }) => length > 0)) as Record<string, unknown>;
}

/** The sources of the page with a language `id` in them. */
function sourcesWith(id: string, tenths: number): Source[] {
  let names = 0;
  const own = {
    path: `src/i18n/${id}.ts`,
    text: `export const words = ${JSON.stringify(part(zh, tenths))};`,
  };
  const others = readSources().map(({ path, text }) => ({
    path,
    text: text.replaceAll(/\bzh:/g, () => (names++ % 10 < tenths ? `${id}:` : 'zh:')),
  }));
  return [own, ...others];
}

const madeUp = vi.hoisted(() => ({ most: 9, half: 5 }));

vi.mock('../src/i18n/wordShares', () => ({
  wordShares: {
    ...wordShares(['most'], sourcesWith('most', madeUp.most)),
    ...wordShares(['half'], sourcesWith('half', madeUp.half)),
  },
}));
vi.mock('../src/i18n/languages', async (importOriginal) => {
  const original = await importOriginal<typeof import('../src/i18n/languages')>();
  const language = (tenths: number) => ({
    name: `${tenths} tenths`,
    tag: 'eo',
    isPartial: true,
    words: async () => part(zh, tenths) as SomeMessages,
  });
  return {
    ...original,
    languages: { ...original.languages, most: language(madeUp.most), half: language(madeUp.half) },
  };
});

const { offered, initI18n, loadPageWords, localeFromPage } = await import('../src/i18n/i18n');
const { said } = await import('../src/i18n/localized');
type Locale = Parameters<typeof initI18n>[0];
const most = 'most' as Locale;

it('counts the words of a complete language as all of them', () => {
  expect(wordShares(['zh'], readSources())).toEqual({ zh: 1 });
});

describe('a language with 90 % of the words', () => {
  it('is offered, and chosen where the browser prefers it', () => {
    expect(offered).toEqual(['en', 'zh', 'most']);
    expect(localeFromPage({ search: '', languages: ['most', 'zh'] })).toBe('most');
  });

  it('says what it lacks in English', async () => {
    const { t } = await initI18n(most);
    await loadPageWords();
    const say = t as (key: string) => string;
    const english = (await import('../src/i18n/en')).en.transport;
    const shown = Object.keys(english).map((key) => say(`transport.${key}`));
    const words = part(zh, madeUp.most).transport as Record<string, string>;
    expect(shown).toEqual(Object.entries(english).map(([key, text]) => words[key] ?? text));
    expect(shown.filter((text) => text.startsWith('made up'))).not.toHaveLength(shown.length);
    expect(say('hints.undo')).not.toBe('');
  });

  it('has the names beside the code that are not translated in English', () => {
    const names = { en: 'sine', zh: '正弦' };
    expect(said(names, most)).toBe('sine');
    expect(said({ ...names, most: 'sinuso' } as typeof names, most)).toBe('sinuso');
  });
});

describe('a language with half of the words', () => {
  it('is not offered and not chosen for a browser, but there for the address', () => {
    expect(offered).not.toContain('half');
    expect(localeFromPage({ search: '', stored: 'half', languages: ['half', 'zh'] })).toBe('zh');
    expect(localeFromPage({ search: '?lang=half', languages: ['zh'] })).toBe('half');
  });
});
