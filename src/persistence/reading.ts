/**
 * Links and files of documents, read where they hold nothing up: what is small, as nearly all are, at once; what is large in a worker of
 * its own. Both are bounded alike. Where no worker can be had, the page reads it all the same.
 */
import { type Decoded, decodeText } from '../engine/document';
import { decodeLink, type LinkDecoded } from './link';
import type { Read, ToRead } from './readingWorker';
import { mostLinkCharacters, quickBytes } from './readLimits';

/** Called when reading takes longer than an eye notices. */
type OnLong = () => void;

/** Reads `location.hash`; null when it holds no experiment. */
export async function readLink(hash: string, onLong: OnLong = () => {}): Promise<LinkDecoded | null> {
  const isShort = hash.length <= quickBytes || hash.length > mostLinkCharacters;
  const quick = isShort ? decodeLink(hash, quickBytes) : undefined;
  if (quick !== undefined && !holdsMore(quick)) return quick;
  onLong();
  const read = await readAside({ link: hash });
  if (read === null || read === 'unreadable' || !('link' in read)) return decodeLink(hash);
  return read.link && inPlainNumbers(read.link);
}

function holdsMore(read: LinkDecoded | null): boolean {
  return typeof read?.problems !== 'string' && read?.problems[0]?.code === 'tooLarge';
}

/**
 * The same document in arrays of plain numbers. Those that come from a worker hold objects that are numbers, and whatever the page does
 * with them then, sending them on or keeping them, takes several times as long.
 */
function inPlainNumbers<T extends Decoded | LinkDecoded>(read: T): T {
  const { experiment } = read;
  if (experiment?.data.source.kind !== 'own') return read;
  const { source } = experiment.data;
  const plain = (column: readonly number[]) => Array.from(new Float64Array(column));
  const columns = { x1: plain(source.x1), x2: plain(source.x2), y: plain(source.y) };
  return {
    ...read,
    experiment: { ...experiment, data: { ...experiment.data, source: { ...source, ...columns } } },
  };
}

/** Reads the file of a document. Rejects where the browser cannot read it. */
export async function readDocumentFile(file: Blob, onLong: OnLong = () => {}): Promise<Decoded> {
  if (file.size <= quickBytes) return decodeText(await file.text());
  onLong();
  const read = await readAside({ file });
  if (read === 'unreadable') throw new Error('the file cannot be read');
  if (read !== null && 'document' in read) return inPlainNumbers(read.document);
  return decodeText(await file.text());
}

/** What a worker answers; null where there is none, or where it ends without an answer. */
function readAside(message: ToRead): Promise<Read | null> {
  if (typeof Worker === 'undefined') return Promise.resolve(null);
  return new Promise<Read | null>((resolve) => {
    const worker = new Worker(new URL('./readingWorker.ts', import.meta.url), {
      type: 'module',
      name: 'reading',
    });
    const end = (read: Read | null) => {
      worker.terminate();
      resolve(read);
    };
    worker.onmessage = ({ data }: MessageEvent<Read>) => end(data);
    worker.onmessageerror = () => end(null);
    worker.onerror = (event) => {
      event.preventDefault();
      end(null);
    };
    worker.postMessage(message);
  }).catch(() => null);
}
