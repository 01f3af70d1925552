/**
 * Reads what is too large to be read on the page's thread: a link, or the file of a document. One answer and the page ends it, so that
 * the memory it took is given back whole.
 */
import { columnBuffers, type TypedExperiment, withTypedColumns } from '../engine/data/typedColumns';
import { type Decoded, decodeText } from '../engine/document';
import { decodeLink, type LinkDecoded } from './link';

export type ToRead = { readonly link: string } | { readonly file: Blob };

/** What was decoded, with points in typed arrays. */
export type Typed<T extends Decoded | LinkDecoded> = Omit<T, 'experiment'> & {
  readonly experiment: TypedExperiment | null;
};

export type Read =
  | { readonly link: Typed<LinkDecoded> | null }
  | { readonly document: Typed<Decoded> }
  | 'unreadable';

/** The part of a worker's global scope that is used; TypeScript's own type exists only where there is no DOM. */
interface WorkerScope {
  postMessage(message: Read, transfer: Transferable[]): void;
  onmessage: (event: MessageEvent<ToRead>) => void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  void read(data).then((answer) => scope.postMessage(answer, buffersOf(answer)));
};

function typed<T extends Decoded | LinkDecoded>(decoded: T): Typed<T> {
  return { ...decoded, experiment: decoded.experiment && withTypedColumns(decoded.experiment) };
}

function buffersOf(answer: Read): Transferable[] {
  if (answer === 'unreadable') return [];
  const decoded = 'link' in answer ? answer.link : answer.document;
  return decoded?.experiment ? columnBuffers(decoded.experiment) : [];
}

async function read(asked: ToRead): Promise<Read> {
  if ('link' in asked) {
    const link = decodeLink(asked.link);
    return { link: link && typed(link) };
  }
  try {
    return { document: typed(decodeText(await asked.file.text())) };
  } catch {
    return 'unreadable';
  }
}
