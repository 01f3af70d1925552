import { describe, expect, it } from 'vitest';
import { en } from './en';
import { enMathematics } from './enMathematics';
import { enPages } from './enPages';
import { initI18n, loadMathematicsWords, loadPageWords, localeFromPage } from './i18n';
import { type Language, type Locale, languages } from './languages';
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

const english = flat({ ...en, ...enPages, ...enMathematics });
/** Languages have different forms of a number; the key of all of them is that of `_other`. */
const keyOf = (form: string) => form.replace(/_(zero|one|two|few|many)$/, '_other');

const others = (Object.entries(languages) as [Locale, Language][]).flatMap(([id, language]) =>
  'words' in language ? [{ id, language }] : [],
);

describe.each(others)('the words of $id', ({ language }) => {
  it('have the keys of English, all of them where the language is complete', async () => {
    const keys = new Set(Object.keys(flat(await language.words())).map(keyOf));
    const all = new Set(Object.keys(english).map(keyOf));
    expect([...keys].filter((key) => !all.has(key))).toEqual([]);
    if (!('isPartial' in language)) expect([...all].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('are never empty and have places for the same values', async () => {
    for (const [form, text] of Object.entries(flat(await language.words()))) {
      expect([form, text.trim()]).not.toEqual([form, '']);
      // One is often said in words.
      if (!form.endsWith('_one'))
        expect([form, places(text)]).toEqual([form, places(english[keyOf(form)] ?? '')]);
    }
  });
});

describe('the words in English and Chinese', () => {
  const chinese = flat(zh);

  it('are never empty', () => {
    expect(Object.entries(english).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('are Chinese in Chinese and not in English', () => {
    const bare = Object.entries(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    const foreign = /^(devices\.\w+|help\.keys\.\w+\.key)$/;
    expect(bare.map(([key]) => key).filter((key) => !foreign.test(key))).toEqual([]);
    const mixed = Object.entries(english).filter(([, text]) => /\p{Script=Han}/u.test(text));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it('use no half-width punctuation between Chinese characters', () => {
    const sloppy = Object.entries(chinese).filter(([, text]) =>
      /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u.test(text),
    );
    expect(sloppy).toEqual([]);
  });
});

/** Numbers that are never 1 where they stand, and why. */
const neverOne: Record<string, string> = {
  'devices.autoFaster': 'clearly more than 1',
  'sentence.classes': 'two classes at least',
  'sentence.networkMany': 'one hidden layer has a sentence of its own',
  'sentence.manyInputs': 'up to three are named',
  'hints.brushFurther': 'a further class is the second at least',
  'model.summary': 'a list of numbers',
  'model.parameters': 'one weight and one bias at least',
  'table.full': 'a limit',
  'share.rounded': 'three at least',
  'share.tooLong': 'a limit is passed',
  'table.csv.facts': 'a single column is no data',
  'problems.tooDeep': 'a limit is passed',
  'table.csv.troubles.longQuote': 'a limit',
  'table.csv.troubles.longRow': 'a limit',
  'table.csv.troubles.tooManyRows': 'a limit',
  'table.csv.troubles.tooManyPoints': 'a limit',
  'table.csv.troubles.tooManyClasses': 'more labels than classes',
  'inspect.layer': 'layers that are folded have more',
  'inspect.inputs': 'inputs that are folded are more',
  'diagnosis.flatPlace': 'a curve at rest has many rows',
  'diagnosis.vanishingGradient': 'a ratio that stands out',
  'runs.full': 'a limit',
  'equations.step.tooMany': 'a limit is passed',
  'equations.step.agreed': 'one weight and one bias at least',
  'proofs.pair.manyClasses': 'more than two',
  'hiddenSpace.variance': 'more units than axes',
  'hiddenSpace.someUnits': 'more units than axes',
  'costSurface.sample': 'more points than a sample has',
  'outputSurface.sample': 'more points than are drawn',
};

/** Places for words. */
const notNumbers = /^(name|feature|rate|activation|label|reading|field|column|device|other)$/;
/** “layer 1 has”, “key 1 chooses”: no nouns, though they end like some. */
const notNouns = 'is|has|across|chooses|steps';
const severalOfOne = new RegExp(
  `\\b1 (more |hidden |incoming |ReLU |training |different )*(?!(${notNouns})\\b)[a-z]+s\\b`,
);

describe('a number in a sentence', () => {
  it('agrees with its noun where it is 1', async () => {
    const { t } = await initI18n('en');
    await loadPageWords();
    await loadMathematicsWords();
    const say = t as (key: string, values: Record<string, unknown>) => string;
    const wrong = Object.keys(english).flatMap((form) => {
      const key = form.replace(/_(one|other)$/, '');
      const numbers = places(english[form] ?? '').filter((name) => !notNumbers.test(name ?? ''));
      const said = say(key, { ...Object.fromEntries(numbers.map((name) => [String(name), '1'])), count: 1 });
      return severalOfOne.test(said.replaceAll('1 of 1', '1')) ? [key] : [];
    });
    expect([...new Set(wrong)].sort()).toEqual(Object.keys(neverOne).sort());
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
    for (const locale of Object.keys(languages) as Locale[]) {
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
