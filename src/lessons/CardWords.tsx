/** The words of a lesson in the language of the page; which card of it, and how much of that, the place around says. */
import 'katex/dist/katex.min.css';
import type { ComponentType } from 'react';
import type { Locale } from '../i18n/localized';
import { lazyPart } from '../panels/controls/lazyPart';
import { useWords } from '../panels/controls/useWords';
import { type WordsProps, wordsComponents } from './LessonWords';
import { loadWords } from './lessons';

/** [lesson, language] */
const loaded = new Map<string, ComponentType<WordsProps>>();

/** The same component for the same lesson and language. */
function wordsOf(id: string, locale: Locale): ComponentType<WordsProps> {
  const key = `${id} ${locale}`;
  const words = loaded.get(key) ?? lazyPart(async () => (await loadWords(id, locale)).default);
  loaded.set(key, words);
  return words;
}

interface CardWordsProps {
  readonly id: string;
  readonly components?: WordsProps['components'];
}

/** Suspends until the words have come. */
export function CardWords({ id, components = wordsComponents }: CardWordsProps) {
  const { locale } = useWords();
  return <Content of={wordsOf(id, locale)} components={components} />;
}

function Content({ of: Words, components }: WordsProps & { readonly of: ComponentType<WordsProps> }) {
  return <Words components={components} />;
}
