/** The figures to embed: each opens a card that there is, and is written of in the docs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figures } from '../figures/figures';
import { cardOf, lessonOf } from '../lessons/lessons';
import { figureIds } from '../store/screen';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe.each(figureIds)('the figure %s', (id) => {
  it('opens a card that there is', () => {
    const lesson = lessonOf(figures[id].lesson);
    expect(lesson && cardOf(lesson, figures[id].card)?.id).toBe(figures[id].card);
  });

  it.each([
    ['docs/figures.md', 'en'],
    ['docs/figures.zh-CN.md', 'zh'],
  ] as const)('stands in %s with its title, its picture and its line', (path, lang) => {
    const text = read(path);
    const title = figures[id].title[lang];
    expect(text).toContain(`### ${title}\n`);
    expect(text).toContain(`?figure=${id}&lang=${lang}"`);
    expect(text).toContain(`![${title}](figures/${id}-${lang}.webp)`);
    expect(read('scripts/screenshots.js')).toContain(`'${id}'`);
  });
});
