/** All rules in words, gravest first: what makes a run impossible, what makes it fail, what makes it crawl, what might be better. */
import { unsuitedChoices } from './choiceRules';
import { constantInput, contradictoryPoints, missingPoints, noTestPoints, unscaledInputs } from './dataRules';
import type { Finding, Situation } from './finding';
import {
  deadUnits,
  overfitting,
  plateau,
  rateTooLarge,
  rateTooSmall,
  tooLittleCapacity,
  vanishingGradient,
} from './runRules';

const rules = [
  missingPoints,
  deadUnits,
  vanishingGradient,
  rateTooLarge,
  contradictoryPoints,
  constantInput,
  tooLittleCapacity,
  overfitting,
  rateTooSmall,
  plateau,
  unsuitedChoices,
  unscaledInputs,
  noTestPoints,
] as const;

/** Everything there is to say: warnings before mere information, otherwise in the order of the rules. */
export function findings(situation: Situation): Finding[] {
  const found = rules.flatMap((rule) => rule(situation));
  return [...found.filter(({ kind }) => kind === 'warning'), ...found.filter(({ kind }) => kind === 'info')];
}
