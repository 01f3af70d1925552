/**
 * Links and files of documents, read where they hold nothing up: what is small, as nearly all are, at once; what is large in a worker of
 * its own. Both are bounded alike. Where no worker can be had, the page reads it all the same.
 */
import { withPlainColumns } from '../engine/data/typedColumns';
import { type Decoded, decodeText } from '../engine/document';
import { giveWay } from '../io/slices';
import { decodeLink, type LinkDecoded } from './link';
import type { Read, ToRead, Typed } from './readingWorker';
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
  return read.link && inLists(read.link);
}

function holdsMore(read: LinkDecoded | null): boolean {
  return typeof read?.problems !== 'string' && read?.problems[0]?.code === 'tooLarge';
}

/** What a worker has read, with lists, which are made in a turn of the page of their own. */
async function inLists<T extends Decoded | LinkDecoded>(read: Typed<T>): Promise<T> {
  if (!read.experiment) return read as T;
  await giveWay();
  const experiment = withPlainColumns(read.experiment);
  await giveWay();
  return { ...read, experiment } as T;
}

/** Reads the file of a document. Rejects where the browser cannot read it. */
export async function readDocumentFile(file: Blob, onLong: OnLong = () => {}): Promise<Decoded> {
  if (file.size <= quickBytes) return decodeText(await file.text());
  onLong();
  const read = await readAside({ file });
  if (read === 'unreadable') throw new Error('the file cannot be read');
  if (read !== null && 'document' in read) return inLists(read.document);
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
