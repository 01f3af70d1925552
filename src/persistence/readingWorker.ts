/**
 * Reads what is too large to be read on the page's thread: a link, or the file of a document. One answer and the page ends it, so that
 * the memory it took is given back whole.
 */
import { type Decoded, decodeText } from '../engine/document';
import { decodeLink, type LinkDecoded } from './link';

export type ToRead = { readonly link: string } | { readonly file: Blob };

export type Read = { readonly link: LinkDecoded | null } | { readonly document: Decoded } | 'unreadable';

/** The part of a worker's global scope that is used; TypeScript's own type exists only where there is no DOM. */
interface WorkerScope {
  postMessage(message: Read): void;
  onmessage: (event: MessageEvent<ToRead>) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  void read(data).then((answer) => scope.postMessage(answer));
};

async function read(asked: ToRead): Promise<Read> {
  if ('link' in asked) return { link: decodeLink(asked.link) };
  try {
    return { document: decodeText(await asked.file.text()) };
  } catch {
    return 'unreadable';
  }
}
