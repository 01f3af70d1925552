/** A problem of a document, a link or a file as one sentence that names the field and the value. */
import type { TFunction } from 'i18next';
import type { Problem } from '../engine/problem';
import type { LinkDecoded } from '../persistence/link';

function problemSentence(t: TFunction, { code, field, value, allowed }: Problem): string {
  const words = { field: field || t('problems.document'), value, allowed: allowed ?? '' };
  switch (code) {
    case 'notJson':
      return t('problems.notJson', words);
    case 'futureVersion':
      return t('problems.futureVersion', words);
    case 'wrongType':
      return t('problems.wrongType', words);
    case 'conflict':
      return t('problems.conflict', words);
    case 'unknownValue':
      return t(allowed ? 'problems.unknownValueAllowed' : 'problems.unknownValue', words);
    case 'outOfRange':
      return t(allowed ? 'problems.outOfRangeAllowed' : 'problems.outOfRange', words);
    case 'tooDeep':
      return t('problems.tooDeep', words);
    case 'tooMany':
      return t('problems.tooMany', words);
    case 'tooLong':
      return t('problems.tooLong', words);
    case 'tooLarge':
      return t('problems.holdsTooMuch', words);
    case 'wrongLength':
      return t(allowed ? 'problems.wrongLengthAllowed' : 'problems.wrongLength', words);
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
