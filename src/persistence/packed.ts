/**
 * Values as text for addresses and codes: JSON, deflated, in base64url, after a mark of the form and a checksum. It is untrusted input: what
 * it inflates to is bounded.
 */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** Largest text that inflates, in bytes: 100,000 points with room to spare. */
export const mostBytes = 12_000_000;

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

/** undefined where the text is not whole, or too large. */
export function unpackJson(text: string, { isOldToo = false, most = mostBytes }: Unpacking = {}): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    if (bytes[0] !== mark && !isOldToo) return undefined;
    return JSON.parse(strFromU8(inflate(bytes[0] === mark ? checked(bytes) : bytes, most)));
  } catch {
    return undefined;
  }
}

function checked(bytes: Uint8Array): Uint8Array {
  const packed = bytes.subarray(headBytes);
  if (new DataView(bytes.buffer).getUint32(1) !== checksum(packed)) throw new RangeError('damaged');
  return packed;
}

/** Inflates piece by piece and gives up at the limit, so that a small text cannot fill the memory. */
function inflate(packed: Uint8Array, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((piece) => {
    length += piece.length;
    if (length > most) throw new RangeError(`it inflates to more than ${most} bytes`);
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
