/** A point of the hidden space in words: which it is, and where the layer puts it. */
import { figure } from '../../../../drawings/figure';
import { prepared } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import { classWords, namesOf } from '../../../shared/dataNames';

/** Answers a function of the point's index into the data and its two coordinates. */
export function usePointWords([acrossName, upName]: readonly [string, string], isStrip: boolean) {
  const { t } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  return (index: number, across: number, up: number): string => {
    const { points, split } = prepared(data);
    const y = points.y[index] ?? 0;
    const what = {
      n: index + 1,
      class: classWords(t, namesOf(data), y),
      target: figure(y),
      part: split.isTest[index] ? t('hiddenSpace.test') : t('hiddenSpace.train'),
      across: acrossName,
      x: figure(across),
      up: upName,
      y: figure(up),
    };
    if (data.task === 'classification')
      return t(isStrip ? 'hiddenSpace.pointOne' : 'hiddenSpace.point', what);
    return t(isStrip ? 'hiddenSpace.pointOneTarget' : 'hiddenSpace.pointTarget', what);
  };
}
