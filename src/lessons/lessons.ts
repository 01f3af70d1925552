/** All lessons in the order of the course. A lesson is found by its folder; its words are loaded when it is opened. */
import type { ComponentType } from 'react';
import type { Locale } from '../i18n/localized';
import type { WordsProps } from './LessonWords';
import type { Card, Lesson } from './lesson';

const folders = import.meta.glob<Lesson>('./*/lesson.ts', { eager: true, import: 'lesson' });
const words = import.meta.glob<{ readonly default: ComponentType<WordsProps> }>('./*/*.mdx');

export interface ListedLesson extends Lesson {
  /** Name of the folder; addresses name it. */
  readonly id: string;
}

export const lessons: readonly ListedLesson[] = Object.entries(folders)
  .map(([path, lesson]) => ({ ...lesson, id: path.split('/')[1] ?? '' }))
  .sort((a, b) => a.number - b.number);

export function lessonOf(id: string): ListedLesson | null {
  return lessons.find((lesson) => lesson.id === id) ?? null;
}

export function cardOf(lesson: Lesson, id: string): Card | null {
  return lesson.cards.find((card) => card.id === id) ?? null;
}

/** The words of a lesson in a language, or in English where it has none in that. */
export async function loadWords(id: string, locale: Locale): Promise<{ default: ComponentType<WordsProps> }> {
  const load = words[`./${id}/${locale}.mdx`] ?? words[`./${id}/en.mdx`];
  if (!load) throw new RangeError(`lesson ${id} has no words`);
  return load();
}
