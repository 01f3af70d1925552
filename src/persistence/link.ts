/**
 * The share link: the document as packed JSON behind `#e=`. Links of the first form, without a checksum, stay readable. Nothing but the
 * browser reads what follows the #. A link is untrusted input: what it holds is checked like any file.
 */
import { type Decoded, decode } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import type { Problem } from '../engine/problem';
import type { WeightChange } from '../engine/training/snapshot';
import { packPoints, unpackPoints } from './linkPoints';
import { isLink, linkTexts } from './linkText';
import { packWeights, unpackWeights } from './linkWeights';
import { markOf, packJson, unpackJson } from './packed';
import { mostBytes, mostLinkCharacters } from './readLimits';

export type LinkDecoded =
  | {
      readonly experiment: Experiment;
      /** Set by the learner after the initial weights were drawn. */
      readonly weights: readonly WeightChange[];
      readonly problems: readonly [];
    }
  | { readonly experiment: null; readonly problems: readonly Problem[] | 'unreadableLink' };

/** The part of the address from # on. Coordinates of own points are rounded as `packPoints` says. */
export function encodeLink(experiment: Experiment, weights: readonly WeightChange[] = []): string {
  return `#e=${packJson({ ...documentOf(experiment), ...packWeights(weights) })}`;
}

/** What a document is known by once it was read from a link: the same before and after. */
export function markOfDocument(experiment: Experiment): string {
  const read = decodeDocument(documentOf(experiment)).experiment ?? experiment;
  return markOf(packJson(documentOf(read)));
}

/** The document as links and codes hold it. */
export function documentOf(experiment: Experiment): object {
  const source = packPoints(experiment.data);
  return { ...experiment, data: { ...experiment.data, source } };
}

/** Reads `location.hash`, also as other programs bend it; null when it holds no experiment. `most` are the bytes it may inflate to. */
export function decodeLink(hash: string, most = mostBytes): LinkDecoded | null {
  if (!isLink(hash)) return null;
  if (hash.length > mostLinkCharacters) return refusal(tooLong(hash.length));
  let problem: Problem | null = null;
  for (const text of linkTexts(hash) ?? []) {
    const unpacked = unpackJson(text, { isOldToo: true, most });
    if ('value' in unpacked) return decodeDocument(unpacked.value);
    // Another reading may be the right one.
    if (unpacked.problem !== 'damaged') problem ??= unpacked.problem;
  }
  return problem ? refusal(problem) : { experiment: null, problems: 'unreadableLink' };
}

function refusal(problem: Problem): LinkDecoded {
  return { experiment: null, problems: [problem] };
}

function tooLong(length: number): Problem {
  return { code: 'tooLong', field: '', value: String(length), allowed: `≤ ${mostLinkCharacters}` };
}

/** The document in a link or a code. */
export function decodeDocument(input: unknown): LinkDecoded {
  const { document, weights } = unpackWeights(unpackPoints(input));
  const decoded: Decoded = decode(document);
  if (!decoded.experiment) return decoded;
  const { experiment } = decoded;
  const read = weights(experiment);
  return 'problem' in read
    ? { experiment: null, problems: [read.problem] }
    : { experiment, weights: read.changes, problems: [] };
}

/** Longer ones are cut off by many programs, and no browser is sure to open them. */
export const longestLink = 30_000;

/** The address of the page, without what it asks for. */
export function pageAddress(): string {
  return location.href.replace(/[?#].*$/, '');
}
