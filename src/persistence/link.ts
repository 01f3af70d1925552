/**
 * The share link: the document as JSON, deflated, in base64url behind `#e=`. Nothing but the browser reads what follows the #. A
 * link is untrusted input: what it inflates to is bounded and checked like any file.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { type Decoded, decodeText } from '../engine/document';
import type { Experiment } from '../engine/experiment';

/** Largest document a link may inflate to, in bytes: 100,000 points with room to spare. */
export const mostBytes = 12_000_000;

export type LinkDecoded = Decoded | { readonly experiment: null; readonly problems: 'unreadableLink' };

const key = '#e=';

/** The part of the address from # on. */
export function encodeLink(experiment: Experiment): string {
  const packed = deflateSync(strToU8(JSON.stringify(experiment)), { level: 9 });
  let binary = '';
  for (const byte of packed) binary += String.fromCharCode(byte);
  return key + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Reads `location.hash`; null when it holds no experiment. */
export function decodeLink(hash: string): LinkDecoded | null {
  if (!hash.startsWith(key)) return null;
  try {
    const binary = atob(hash.slice(key.length).replaceAll('-', '+').replaceAll('_', '/'));
    return decodeText(strFromU8(inflate(Uint8Array.from(binary, (char) => char.charCodeAt(0)))));
  } catch {
    return { experiment: null, problems: 'unreadableLink' };
  }
}

/** Inflates piece by piece and gives up at the limit, so that a small link cannot fill the memory. */
function inflate(packed: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > mostBytes) throw new RangeError(`the link inflates to more than ${mostBytes} bytes`);
    pieces.push(piece);
  });
  const step = 4096;
  for (let start = 0; start < packed.length; start += step) {
    stream.push(packed.subarray(start, start + step), start + step >= packed.length);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
