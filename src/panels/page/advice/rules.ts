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
import type { Finding, Rule, Situation } from './finding';
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

/** Certain, whatever the run does. */
const impossible: readonly Rule[] = [noPoints, missingClasses, choicesThatCannotWork];

/** The first of these that speaks silences the others, and what follows about the run: its figures are no figures of a sound run. */
const thrownOff: readonly Rule[] = [targetsFar, unscaledInputsInTheWay, rateTooLarge];
const causesOfDivergence: readonly Rule[] = [targetsFar, unscaledInputsInTheWay];

/** Of a run that nothing has thrown off. */
const failing: readonly Rule[] = [
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

const better: readonly Rule[] = [choicesToThinkAbout, noTestPoints];

/** Everything there is to say, likeliest first. */
export function findings(situation: Situation): Finding[] {
  if (isPlacingPoints(situation)) return [...noPoints(situation)];
  const said = (rules: readonly Rule[]) => rules.flatMap((rule) => rule(situation));
  // A run that diverged is told so, with the rate as the cause, by the notice of its end.
  if (situation.diverged) return [...said(impossible), ...said(causesOfDivergence)];
  const [thrown] = said(thrownOff);
  const aboutTheRun = thrown ? [thrown] : said(failing);
  return [...said(impossible), ...aboutTheRun, ...said(better)];
}

/** Own points of a run that has not begun: the next one may make any advice about them wrong. */
function isPlacingPoints({ experiment, snapshot, diverged }: Situation): boolean {
  return experiment.data.source.kind === 'own' && !diverged && (snapshot?.updates ?? 0) === 0;
}
