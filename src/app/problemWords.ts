/** A problem of a document, a link or a file as one sentence that names the field and the value. */
import type { TFunction } from 'i18next';
import type { Problem } from '../engine/problem';
import type { LinkDecoded } from '../persistence/link';

function problemSentence(t: TFunction, { code, field, value, allowed }: Problem): string {
  const words = { field: field || t('problems.document'), value, allowed: allowed ?? '' };
  switch (code) {
    case 'unknownValue':
    case 'outOfRange':
    case 'wrongLength':
      return t(allowed ? `problems.${code}Allowed` : `problems.${code}`, words);
    // A file that is too large has words of its own.
    case 'tooLarge':
      return t('problems.holdsTooMuch', words);
    default:
      return t(`problems.${code}`, words);
  }
}

/** The first problem in words, and how many more there are. */
export function problemsSentence(t: TFunction, problems: LinkDecoded['problems']): string {
  if (problems === 'unreadableLink') return t('problems.unreadableLink');
  const [first, ...others] = problems;
  if (!first) return '';
  const sentence = problemSentence(t, first);
  return others.length > 0 ? `${sentence} ${t('problems.others', { count: others.length })}` : sentence;
}
