/**
 * The share link: the document as JSON, deflated, in base64url behind `#e=`, after a mark of its form and a checksum. Links of the first
 * form, without either, stay readable. Nothing but the browser reads what follows the #. A link is untrusted input: what it inflates to is
 * bounded and checked like any file.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { type Decoded, decode, type Problem } from '../engine/document';
import type { Experiment } from '../engine/experiment';
import type { WeightChange } from '../engine/training/snapshot';
import { packPoints, unpackPoints } from './linkPoints';
import { linkTexts } from './linkText';
import { packWeights, unpackWeights } from './linkWeights';

/** Largest document a link may inflate to, in bytes: 100,000 points with room to spare. */
export const mostBytes = 12_000_000;

export type LinkDecoded =
  | {
      readonly experiment: Experiment;
      /** Set by the learner after the initial weights were drawn. */
      readonly weights: readonly WeightChange[];
      readonly problems: readonly [];
    }
  | { readonly experiment: null; readonly problems: readonly Problem[] | 'unreadableLink' };

/**
 * First byte of a link with a checksum. Bits 1 and 2 are the kind of the first block where a link begins with deflated bytes; no block
 * is of kind 3.
 */
const mark = 0b1110;
const headBytes = 5;

/** The part of the address from # on. Coordinates of own points are rounded as `packPoints` says. */
export function encodeLink(experiment: Experiment, weights: readonly WeightChange[] = []): string {
  const source = packPoints(experiment.data);
  const document = { ...experiment, data: { ...experiment.data, source }, ...packWeights(weights) };
  const packed = deflateSync(strToU8(JSON.stringify(document)), { level: 9 });
  const bytes = new Uint8Array(headBytes + packed.length);
  bytes[0] = mark;
  new DataView(bytes.buffer).setUint32(1, checksum(packed));
  bytes.set(packed, headBytes);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `#e=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** Reads `location.hash`, also as other programs bend it; null when it holds no experiment. */
export function decodeLink(hash: string): LinkDecoded | null {
  const texts = linkTexts(hash);
  if (!texts) return null;
  for (const text of texts) {
    const document = documentIn(text);
    if (document !== undefined) return decodeDocument(document);
  }
  return { experiment: null, problems: 'unreadableLink' };
}

/** The JSON of a link's characters; undefined where they are no link. */
function documentIn(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return JSON.parse(strFromU8(inflate(bytes[0] === mark ? checked(bytes) : bytes)));
  } catch {
    return undefined;
  }
}

function checked(bytes: Uint8Array): Uint8Array {
  const packed = bytes.subarray(headBytes);
  if (new DataView(bytes.buffer).getUint32(1) !== checksum(packed)) throw new RangeError('damaged');
  return packed;
}

function decodeDocument(input: unknown): LinkDecoded {
  const { document, weights } = unpackWeights(unpackPoints(input));
  const decoded: Decoded = decode(document);
  if (!decoded.experiment) return decoded;
  const { experiment } = decoded;
  const read = weights(experiment);
  return 'problem' in read
    ? { experiment: null, problems: [read.problem] }
    : { experiment, weights: read.changes, problems: [] };
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

/** CRC-32 as in zip and PNG (ISO 3309): every change of up to three bits, and every burst of up to 32, is noticed. */
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** A whole number from 0 to 2³² − 1. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (crcTable[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
