/**
 * Pasting: from the keys, from the button, or from the field that takes the place of a clipboard that cannot be read. What came of it
 * is told beside the table, where it hides no row.
 */
import { useState } from 'react';
import { ownSource } from '../../../../store/dataEdits';
import { look, store } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import { bringText, isExperimentText } from '../../../shared/csv/broughtFile';
import { badRowSentence, pointsTrouble, troubleSentence } from '../../../shared/csv/csvWords';
import { formatCount } from '../../../shared/formats';
import { addPasted, readPasted } from './pasteRows';

export interface PasteReport {
  readonly kind: 'info' | 'warning';
  /** What was done, then what was left out. */
  readonly sentences: readonly string[];
}

/** More added points than these are not selected: their rings would hide the plane. */
const mostRings = 1000;
/** Most rejected rows that are named. */
const namedRows = 5;

/** `onAdded` hears how many points there were before. */
export function usePaste(onAdded: (before: number) => void) {
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const [report, setReport] = useState<PasteReport | null>(null);

  /** They come last; what is selected is easily taken away again. */
  const showAdded = (added: number) => {
    const before = ownSource(store.getState().experiment.data).y.length - added;
    if (added <= mostRings) look({ selection: new Set(Array.from({ length: added }, (_, i) => before + i)) });
    onAdded(before);
  };

  const read = async (text: string): Promise<PasteReport | null> => {
    const { experiment, view } = store.getState();
    const { data } = experiment;
    const name = t('table.csv.pastedName');
    const newClass = view.tool.kind === 'brush' ? view.tool.class : 0;
    const newY = data.task === 'regression' ? view.newValue : newClass;
    const pasted = isExperimentText(text) ? null : await readPasted(text, data, newY);
    if (pasted === null) {
      bringText(text);
      return null;
    }
    const none = t('table.pastedNone');
    if ('kind' in pasted) return { kind: 'warning', sentences: [none, troubleSentence(t, pasted, name)] };
    const { points, columns, choice } = pasted;
    const left = points.bad.slice(0, namedRows).map((bad) => badRowSentence(t, bad, columns));
    const others = points.badCount - left.length;
    if (others > 0) left.push(t('table.csv.more', { n: formatCount(others) }));
    const trouble = pointsTrouble(t, points, columns, choice, name);
    if (trouble) return { kind: 'warning', sentences: [none, trouble, ...left] };
    addPasted(points);
    showAdded(points.y.length);
    const n = formatCount(points.y.length);
    if (left.length === 0) return { kind: 'info', sentences: [t('table.pasted', { n })] };
    const some = t('table.pastedSome', { n, bad: formatCount(points.badCount) });
    return { kind: 'warning', sentences: [some, ...left] };
  };

  const paste = async (text: string) => setReport(await read(text));
  const pasteFromClipboard = async () => {
    const text = await clipboardText();
    if (text === null) setAsking(true);
    else await paste(text);
  };
  return {
    paste,
    pasteFromClipboard,
    isAsking,
    stopAsking: () => setAsking(false),
    report,
    dismiss: () => setReport(null),
  };
}

/** null where the page may not read it, or has no clipboard at all. */
async function clipboardText(): Promise<string | null> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return null;
  }
}
