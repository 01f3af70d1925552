/**
 * Values as text for addresses and codes: JSON, deflated, in base64url, after a mark of the form and a checksum. It is untrusted input: what
 * it inflates to is bounded, and counted before it is parsed (`documentBounds.ts`).
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { parseBounded } from '../engine/documentBounds';
import type { Problem } from '../engine/problem';
import { mostBytes } from './readLimits';

/**
 * First byte of a text with a checksum. Bits 1 and 2 are the kind of the first block where a text begins with deflated bytes; no block
 * is of kind 3.
 */
const mark = 0b1110;
const headBytes = 5;

export function packJson(value: unknown): string {
  const packed = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  const bytes = new Uint8Array(headBytes + packed.length);
  bytes[0] = mark;
  new DataView(bytes.buffer).setUint32(1, checksum(packed));
  bytes.set(packed, headBytes);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What a packed text is known by: the mark and the checksum of what follows. */
export function markOf(text: string): string {
  return text.slice(0, 7);
}

interface Unpacking {
  /** Links of the first form, without a checksum, are read too. */
  readonly isOldToo?: boolean;
  /** Bytes that it may inflate to. */
  readonly most?: number;
}

/** What a text holds, or why it cannot be read: it is not whole, or the value in it is beyond bounds. */
export type Unpacked = { readonly value: unknown } | { readonly problem: Problem | 'damaged' };

export function unpackJson(text: string, { isOldToo = false, most = mostBytes }: Unpacking = {}): Unpacked {
  let json: string;
  try {
    const bytes = bytesOf(text);
    if (bytes[0] !== mark && !isOldToo) return { problem: 'damaged' };
    const inflated = inflate(bytes[0] === mark ? checked(bytes) : bytes, most);
    if (inflated === null) return { problem: tooLarge(most) };
    json = strFromU8(inflated);
  } catch {
    return { problem: 'damaged' };
  }
  const parsed = parseBounded(json);
  return 'problem' in parsed && parsed.problem.code === 'notJson' ? { problem: 'damaged' } : parsed;
}

function tooLarge(most: number): Problem {
  return { code: 'tooLarge', field: '', value: `> ${most / 1e6}`, allowed: String(most / 1e6) };
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

function checked(bytes: Uint8Array): Uint8Array {
  const packed = bytes.subarray(headBytes);
  if (new DataView(bytes.buffer).getUint32(1) !== checksum(packed)) throw new RangeError('damaged');
  return packed;
}

/** Inflates piece by piece and gives up at the limit, so that a small text cannot fill the memory; null where it holds more. */
function inflate(packed: Uint8Array, most: number): Uint8Array | null {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length <= most) pieces.push(piece);
  });
  // A byte inflates to a thousand at most: no step makes more than half a megabyte.
  const step = 512;
  for (let start = 0; start < packed.length && length <= most; start += step) {
    stream.push(packed.subarray(start, start + step), start + step >= packed.length);
  }
  if (length > most) return null;
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
