/** Everything that can be chosen or read says in one sentence what it shows, in both languages, and does not say its name again. */
import { describe, expect, it } from 'vitest';
import { datasets } from '../engine/data/datasets';
import { datasetHints } from '../engine/data/datasets/hints';
import { outputActivations } from '../engine/model/activations';
import { activationNotes } from '../engine/model/activations/notes';
import { initializers } from '../engine/model/initializers';
import { initializerNotes } from '../engine/model/initializers/notes';
import { losses } from '../engine/model/losses';
import { lossHints } from '../engine/model/losses/hints';
import { optimizers } from '../engine/training/optimizers';
import { optimizerNotes } from '../engine/training/optimizers/notes';
import { schedules } from '../engine/training/schedules';
import { scheduleNotes } from '../engine/training/schedules/notes';
import { en } from '../i18n/en';
import { enPages } from '../i18n/enPages';
import type { Localized } from '../i18n/localized';
import { zh } from '../i18n/zh';
import { pageIds } from '../store/pages';
import { modes } from '../store/screen';
import { examples } from './examples';

interface Thing {
  readonly name: Localized;
  readonly hint: Localized;
}

type Named = Readonly<Record<string, { readonly name: Localized }>>;

const hinted = (registry: Named, hints: Readonly<Record<string, Localized | undefined>>): [string, Thing][] =>
  Object.entries(registry).map(([id, { name }]) => [id, { name, hint: hints[id] ?? { en: '', zh: '' } }]);

const hintsOf = (notes: Readonly<Record<string, { readonly hint: Localized }>>) =>
  Object.fromEntries(Object.entries(notes).map(([id, { hint }]) => [id, hint]));

const metrics = Object.keys(enPages.hints.metrics) as (keyof typeof enPages.hints.metrics)[];
const both = (english: string, chinese: string): Localized => ({ en: english, zh: chinese });

const registries: Record<string, [string, Thing][]> = {
  datasets: hinted(datasets, datasetHints),
  activations: hinted(outputActivations, hintsOf(activationNotes)),
  initialisers: hinted(initializers, hintsOf(initializerNotes)),
  losses: hinted(losses, lossHints),
  optimisers: hinted(optimizers, hintsOf(optimizerNotes)),
  schedules: hinted(schedules, hintsOf(scheduleNotes)),
  examples: examples.map(({ id, ...thing }) => [id, thing]),
  pages: pageIds.map((id) => [
    id,
    { name: both(en.page.tabs[id], zh.page.tabs[id]), hint: both(en.page.hints[id], zh.page.hints[id]) },
  ]),
  modes: modes.map((id) => [
    id,
    {
      name: both(en.app.modes[id], zh.app.modes[id]),
      hint: both(en.app.modeHints[id], zh.app.modeHints[id]),
    },
  ]),
  metrics: metrics.map((id) => [
    id,
    {
      name: both(en.metrics[id], zh.metrics[id]),
      hint: both(enPages.hints.metrics[id], zh.hints.metrics[id]),
    },
  ]),
};

/** Letters of a text without case, spaces and signs. */
const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

describe.each(Object.entries(registries))('the %s', (_, things) => {
  it.each(things)('%s: one sentence that is not the name', (_id, { name, hint }) => {
    // A stop stands at the end and nowhere else; a decimal point has no space after it.
    expect(hint.en).toMatch(/^[^.]*(\.\d[^.]*)*\.$/);
    expect(hint.zh).toMatch(/^[^。]*。$/);
    expect(hint.zh).toMatch(/\p{Script=Han}/u);
    expect(hint.zh).not.toMatch(/\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u);
    for (const locale of ['en', 'zh'] as const) {
      expect(letters(hint[locale])).not.toBe(letters(name[locale]));
      expect(hint[locale].length).toBeLessThanOrEqual(locale === 'en' ? 120 : 60);
    }
  });

  it('say different things', () => {
    for (const locale of ['en', 'zh'] as const) {
      expect(new Set(things.map(([, { hint }]) => hint[locale])).size).toBe(things.length);
    }
  });
});
