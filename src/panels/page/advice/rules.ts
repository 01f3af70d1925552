/**
 * The order in which things are said: what makes a run impossible, what makes it fail, what might be better. Within each the
 * likeliest cause comes first. The order stands here and nowhere else; a rule knows nothing of the others.
 */
import { choicesThatCannotWork, choicesToThinkAbout } from './choiceRules';
import {
  constantInput,
  contradictoryPoints,
  missingClasses,
  noPoints,
  noTestPoints,
  unscaledInputs,
  unscaledInputsInTheWay,
} from './dataRules';
import type { AdviceRule, Finding, Situation } from './finding';
import { rateTooLarge, rateTooSmall } from './rateRules';
import {
  deadUnits,
  flatPlace,
  largestClassOnly,
  overfitting,
  tooLittleCapacity,
  vanishingGradient,
} from './runRules';
import { targetsFar } from './targetRules';

/** Certain in every run; what the run shows then follows from it, and is not said. */
const impossible: readonly AdviceRule[] = [noPoints, choicesThatCannotWork];

/** Only the first of these findings is shown, and no rule about the run: its figures are not those of a sound run. */
const thrownOff: readonly AdviceRule[] = [targetsFar, unscaledInputsInTheWay, rateTooLarge];
const causesOfDivergence: readonly AdviceRule[] = [targetsFar, unscaledInputsInTheWay];

/** Rules for a run without the faults above. */
const failing: readonly AdviceRule[] = [
  vanishingGradient,
  rateTooSmall,
  deadUnits,
  unscaledInputs,
  largestClassOnly,
  tooLittleCapacity,
  flatPlace,
  contradictoryPoints,
  constantInput,
  overfitting,
];

const better: readonly AdviceRule[] = [choicesToThinkAbout, noTestPoints];

/** Everything there is to say, likeliest first. */
export function findings(situation: Situation): Finding[] {
  if (isPlacingPoints(situation)) return [...noPoints(situation)];
  const said = (rules: readonly AdviceRule[]) => rules.flatMap((rule) => rule(situation));
  // A run that diverged is told so, with the rate as the cause, by the notice of its end.
  const certain = said(impossible);
  const missing = missingClasses(situation);
  if (situation.diverged) return [...certain, ...missing, ...said(causesOfDivergence)];
  return [...certain, ...missing, ...(certain.length > 0 ? [] : aboutTheRun(said)), ...said(better)];
}

function aboutTheRun(said: (rules: readonly AdviceRule[]) => Finding[]): Finding[] {
  const [thrown] = said(thrownOff);
  return thrown ? [thrown] : said(failing);
}

/** Own points of a run that has not begun: the next one may make any advice about them wrong. */
function isPlacingPoints({ experiment, snapshot, diverged }: Situation): boolean {
  return experiment.data.source.kind === 'own' && !diverged && (snapshot?.updates ?? 0) === 0;
}
