/** What classes and columns are called: as in the file that the points come from, or else by their number and symbol. */
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import type { DataSpec, PointNames } from '../../engine/experiment';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';

export type Names = PointNames | null;

/** null for points without a file. */
export function namesOf({ source }: Pick<DataSpec, 'source'>): Names {
  return source.kind === 'own' ? (source.names ?? null) : null;
}

export function useNames(): Names {
  return useStore(({ experiment }) => namesOf(experiment.data));
}

/** The name of a class, from 0; null where it has none. */
export function className(names: Names, index: number): string | null {
  return names?.classes[index] || null;
}

/** The class within a sentence: its name in quotes, or `class 2`. */
export function classWords(t: TFunction, names: Names, index: number): string {
  const name = className(names, index);
  return name === null ? t('data.class', { n: index + 1 }) : t('data.named', { name });
}

/** The class within a sentence, in the language of the page. */
export function useClassWords(): (index: number) => string {
  const { t } = useWords();
  const names = useNames();
  return useCallback((index) => classWords(t, names, index), [t, names]);
}
