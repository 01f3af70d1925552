/** What the names of units and weights depend on; the same object while that is the same. */

import { useMemo } from 'react';
import { said } from '../../i18n/localized';
import { network } from '../../store/derived';
import { useStore } from '../../store/store';
import { useWords } from '../controls/useWords';
import { useNames } from './dataNames';
import { inputNames, type Naming } from './unitNames';

export function useNaming(): Naming {
  const { t, locale } = useWords();
  const plan = useStore(({ experiment }) => network(experiment));
  const task = useStore(({ experiment }) => experiment.data.task);
  const joined = useStore(({ experiment }) => inputNames(experiment).join('\n'));
  const names = useNames();
  return useMemo(
    () => ({ t, name: (words) => said(words, locale), plan, task, inputs: joined.split('\n'), names }),
    [t, locale, plan, task, joined, names],
  );
}
