/**
 * Documents that come from outside (address, example, file, last visit) and go there. What is refused is said in one sentence and
 * leaves everything as it was; what is opened can be undone. Loaded when first asked for.
 */
import i18next, { type TFunction } from 'i18next';
import { toast } from 'sonner';
import type { Experiment } from '../engine/experiment';
import { bringFile } from '../panels/shared/csv/brought';
import { readExample, readExperiment, saveFile } from '../persistence/files';
import { decodeLink, encodeLink, type LinkDecoded } from '../persistence/link';
import { chooseTable } from '../persistence/tableFiles';
import { leaveQuestion } from '../store/page';
import { type AddressProblem, writeAddress } from '../store/screen';
import { edit, look, store } from '../store/store';
import { problemsSentence } from './problemWords';

const t: TFunction = i18next.t.bind(i18next);

/** Takes the place of the learner's own, whatever question of Why is open; it is another matter than the one that was locked. */
function open(experiment: Experiment): void {
  leaveQuestion();
  look({ lock: [], refused: null });
  edit(() => experiment);
}

/** Refusals stay until they are dismissed: they are the only trace of what was asked. */
function refuse(sentence: string, reason: string): void {
  toast.error(sentence, { description: reason, duration: Number.POSITIVE_INFINITY, closeButton: true });
}

function take(decoded: LinkDecoded, refusal: string): boolean {
  if (decoded.experiment) {
    open(decoded.experiment);
    return true;
  }
  refuse(refusal, problemsSentence(t, decoded.problems));
  return false;
}

/** Opens what the address asks for: `#e=…`, or else `?example=…`. */
export async function openFromAddress(): Promise<void> {
  const link = decodeLink(location.hash);
  const name = new URLSearchParams(location.search).get('example');
  if (link) take(link, t('notices.linkRefused'));
  else if (name !== null) await openExample(name);
}

export async function openExample(name: string): Promise<void> {
  const example = await readExample(name);
  const refusal = t('notices.exampleRefused', { name });
  if (example) take(example, refusal);
  else refuse(refusal, t('problems.unknownExample', { name }));
}

/** Values of the address that ask for what there is not. */
export function refuseAddress(problems: readonly AddressProblem[]): void {
  const known = problems.map((problem) => ({ ...problem, code: 'unknownValue' as const }));
  refuse(t('notices.addressRefused'), problemsSentence(t, known));
}

/** An experiment or a table; what it is decides where it goes. */
export async function openFromDisk(): Promise<void> {
  bringFile(await chooseTable());
}

/** Opens the file of an experiment. */
export async function openBrought(file: File): Promise<void> {
  const opened = await readExperiment(file);
  const { name } = opened;
  const refusal = t('notices.fileRefused', { name });
  if ('decoded' in opened) {
    if (take(opened.decoded, refusal)) toast.success(t('notices.opened', { name }));
  } else if ('tooLargeBytes' in opened) {
    const size = (opened.tooLargeBytes / 1e6).toFixed(1);
    refuse(refusal, t('problems.tooLarge', { name, size, most: 12 }));
  } else refuse(refusal, t('notices.fileUnreadable', { name }));
}

export async function saveToDisk(): Promise<void> {
  const saved = await saveFile(store.getState().experiment, 'experiment.json');
  if (saved !== null) toast.success(t('notices.saved', { name: saved }));
}

/** Copies a link that holds the whole experiment; where there is no clipboard, the address bar holds it. */
export async function shareLink(): Promise<void> {
  const { experiment, view } = store.getState();
  const asked = writeAddress(view, view.page) + encodeLink(experiment);
  const { href } = new URL(asked, location.href.replace(/[?#].*$/, ''));
  try {
    await navigator.clipboard.writeText(href);
    toast.success(t('app.linkCopied'));
  } catch {
    history.replaceState(null, '', href);
    toast.success(t('app.linkInAddress'));
  }
}
