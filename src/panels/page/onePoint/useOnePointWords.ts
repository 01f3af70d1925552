/** The words of the drawing in the language of the page; the same object as long as the language is. */

import { useMemo } from 'react';
import type { OnePointWords } from '../../../drawings/onePoint/onePointWords';
import { outputActivations } from '../../../engine/model/activations';
import { said } from '../../../i18n/localized';
import { useWords } from '../../controls/useWords';
import { className, useNames } from '../../shared/dataNames';

export function useOnePointWords(): OnePointWords {
  const { t, locale } = useWords();
  const names = useNames();
  return useMemo(
    (): OnePointWords => ({
      label: t('onePoint.label'),
      classOf: (index) => className(names, index) ?? t('data.class', { n: index + 1 }),
      truth: t('onePoint.truth'),
      writeOut: (output) => t('onePoint.writeOut', { output }),
      oneOutput: t('onePoint.output'),
      activation: (id) => said(outputActivations[id].name, locale),
      moreTerms: (n, sum) => t('onePoint.moreTerms', { count: n, sum }),
      inputs: (n, isStandardised) => t(`onePoint.${isStandardised ? 'inputsStandardised' : 'inputs'}`, { n }),
      hidden: (n, units) => t('onePoint.hidden', { count: n, units }),
      hiddenLayer: (n, units) => t('onePoint.hiddenLayer', { n, units }),
      standardised: t('onePoint.standardised'),
      positive: t('onePoint.positive'),
      shifted: t('onePoint.shifted'),
      addUp: t('onePoint.addUp'),
      notOne: t('onePoint.notOne'),
      secondClass: t('onePoint.secondClass'),
      noProbability: t('onePoint.noProbability'),
      noLabel: t('onePoint.noLabel'),
      sumOfTerms: t('onePoint.sumOfTerms'),
      clipped: t('onePoint.clipped'),
      curve: (formula, value) => t('onePoint.curve', { formula, value }),
    }),
    [t, locale, names],
  );
}
