/**
 * Documents that come from outside (address, example, file, last visit) and go there. What is refused is said in one sentence and
 * leaves everything as it was; what is opened can be undone. Loaded when first asked for.
 */
import i18next, { type TFunction } from 'i18next';
import { toast } from 'sonner';
import type { Decoded } from '../engine/document';
import { type Experiment, pointCount } from '../engine/experiment';
import { briefText } from '../engine/problem';
import type { WeightChange } from '../engine/training/snapshot';
import { giveWay } from '../io/slices';
import { readExample, readExperiment, saveFile, saveJson } from '../persistence/files';
import { encodeLink, type LinkDecoded, longestLink, pageAddress } from '../persistence/link';
import { roundedTo } from '../persistence/linkPoints';
import { readLink } from '../persistence/reading';
import { mostBytes } from '../persistence/readLimits';
import type { KeptDocument, UnreadableDocument } from '../persistence/storage';
import { reset, setWeights } from '../store/commands';
import { manyPoints, prepared } from '../store/derived';
import { changesFor } from '../store/manualWeights';
import { leaveQuestion } from '../store/page';
import { type AddressProblem, writeAddress } from '../store/screen';
import { edit, look, openFirst, store } from '../store/store';
import { beginDocument, comeBackTo } from './identity';
import { problemsSentence } from './problemWords';

const t: TFunction = i18next.t.bind(i18next);

/** Takes the place of the learner's own, also while a question of Why is open; it is another matter than the one that was locked. */
function open(experiment: Experiment, weights: readonly WeightChange[] = []): void {
  look({ lock: [], refused: null });
  if (!openFirst(experiment)) edit(() => experiment);
  if (weights.length === 0) return;
  // As the learner set them, over the initial weights.
  reset();
  setWeights(weights);
}

/** Opens a new document; undo returns to the present one. */
async function openNew(decoded: Decoded | LinkDecoded, isInAddress: boolean): Promise<void> {
  if (!decoded.experiment) return;
  if (pointCount(decoded.experiment.data) > manyPoints) {
    prepared(decoded.experiment.data);
    await giveWay();
  }
  leaveQuestion();
  beginDocument(decoded.experiment, store.getState().experiment, isInAddress);
  open(decoded.experiment, 'weights' in decoded ? decoded.weights : []);
}

/** One of the documents that are kept. */
export function openKept({ id, experiment }: KeptDocument): void {
  leaveQuestion();
  comeBackTo(experiment, id);
  open(experiment);
}

/** The last document is not opened, because it cannot be read; it stays where it is, and is had as a file. */
export function tellUnreadable({ content, problems }: UnreadableDocument): void {
  toast.warning(t('notices.lastUnreadable'), {
    description: problemsSentence(t, problems),
    duration: Number.POSITIVE_INFINITY,
    closeButton: true,
    action: { label: t('notices.saveUnreadable'), onClick: () => void saveUnreadable(content) },
  });
}

/** As it was kept, so that a page that can read it opens it. */
export async function saveUnreadable(content: unknown): Promise<void> {
  const saved = await saveJson(content, 'experiment.json');
  if (saved !== null) toast.success(t('notices.saved', { name: saved }));
}

/** Refusals stay until they are dismissed, because nothing else on the page shows that something was opened. */
function refuse(sentence: string, reason: string): void {
  toast.error(sentence, { description: reason, duration: Number.POSITIVE_INFINITY, closeButton: true });
}

async function take(decoded: Decoded | LinkDecoded, refusal: string, isInAddress = false): Promise<boolean> {
  if (decoded.experiment) {
    await openNew(decoded, isInAddress);
    return true;
  }
  refuse(refusal, problemsSentence(t, decoded.problems));
  return false;
}

/** Says that something is being read until `reading` has ended, for reading that takes a moment. */
async function whileReading<T>(reading: (onLong: () => void) => Promise<T>, sentence: string): Promise<T> {
  let notice: string | number | undefined;
  try {
    return await reading(() => {
      notice = toast.loading(sentence);
    });
  } finally {
    if (notice !== undefined) toast.dismiss(notice);
  }
}

/** Opens what the address asks for: `#e=…`, or else `?example=…`. */
export async function openFromAddress(): Promise<void> {
  const { hash } = location;
  const link = await whileReading((onLong) => readLink(hash, onLong), t('notices.readingLink'));
  // Another link was pasted meanwhile, which is being read on its own.
  if (location.hash !== hash) return;
  const name = new URLSearchParams(location.search).get('example');
  if (link) await take(link, t('notices.linkRefused'), true);
  else if (name !== null) await openExample(name, true);
}

export async function openExample(name: string, isInAddress = false): Promise<void> {
  const example = await readExample(name);
  const refusal = t('notices.exampleRefused', { name });
  if (example) await take(example, refusal, isInAddress);
  else refuse(refusal, t('problems.unknownExample', { name }));
}

/** Names the values of the address that the page does not have. */
export function refuseAddress(problems: readonly AddressProblem[]): void {
  // A task that cannot be read has lost a part of its link on the way.
  const isCut = problems.some(({ field }) => field === 'task');
  const known = problems.map(({ field, value, allowed }) => ({
    code: 'unknownValue' as const,
    field,
    value: briefText(value),
    allowed,
  }));
  refuse(t('notices.addressRefused'), problemsSentence(t, isCut ? 'unreadableLink' : known));
}

/** Opens the file of an experiment. */
export async function openBrought(file: File): Promise<void> {
  const { name } = file;
  const opened = await whileReading((onLong) => readExperiment(file, onLong), t('notices.reading', { name }));
  const refusal = t('notices.fileRefused', { name });
  if ('decoded' in opened) {
    if (await take(opened.decoded, refusal)) toast.success(t('notices.opened', { name }));
  } else if ('tooLargeBytes' in opened) {
    const size = (opened.tooLargeBytes / 1e6).toFixed(1);
    refuse(refusal, t('problems.tooLarge', { name, size, most: mostBytes / 1e6 }));
  } else refuse(refusal, t('notices.fileUnreadable', { name }));
}

export async function saveToDisk(): Promise<void> {
  const saved = await saveFile(store.getState().experiment, 'experiment.json');
  if (saved !== null) toast.success(t('notices.saved', { name: saved }));
}

export interface SharedLink {
  readonly href: string;
  readonly isTooLong: boolean;
  /** Decimals of the coordinates, where the link rounds them. */
  readonly decimals: number | null;
  /** Whether it holds weights that the learner has set. */
  readonly hasWeights: boolean;
}

/** The link of the present document; while a lesson is open, of its card. */
export function linkToShare(): SharedLink {
  const { experiment, view, run, lesson } = store.getState();
  if (lesson) {
    const { href } = new URL(`?lesson=${lesson.id}&card=${lesson.card}`, pageAddress());
    return { href, isTooLong: false, decimals: null, hasWeights: false };
  }
  const weights = run.hands.weights ? changesFor(run.hands.weights) : [];
  const asked = writeAddress(view, view.page) + encodeLink(experiment, weights);
  const { href } = new URL(asked, pageAddress());
  return {
    href,
    isTooLong: href.length > longestLink,
    decimals: roundedTo(experiment.data),
    hasWeights: weights.length > 0,
  };
}
