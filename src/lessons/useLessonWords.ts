/** The words of a lesson in the language of the page: a component that suspends until they have come. */
import { type ComponentType, lazy, useMemo } from 'react';
import { useWords } from '../panels/controls/useWords';
import type { WordsProps } from './LessonWords';
import { loadWords } from './lessons';

/** [lesson, language] */
const loaded = new Map<string, ComponentType<WordsProps>>();

export function useLessonWords(id: string): ComponentType<WordsProps> {
  const { locale } = useWords();
  return useMemo(() => {
    const key = `${id} ${locale}`;
    const words = loaded.get(key) ?? lazy(() => loadWords(id, locale));
    loaded.set(key, words);
    return words;
  }, [id, locale]);
}
