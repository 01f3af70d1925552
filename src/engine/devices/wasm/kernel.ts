/**
 * The compiled kernel and its memory. An unused kernel is kept and given to the next device: every WebAssembly
 * memory reserves gigabytes of address space until it is collected, and a dragged slider makes many devices.
 */
import { DeviceLostError } from '../device';
import * as binaries from './binaries';

/** The exports of src/engine/devices/wasm/kernel/index.ts. Numbers without a comment are addresses. */
export interface KernelExports {
  train(
    network: number,
    rule: number,
    regularization: number,
    order: number,
    starts: number,
    ends: number,
    rates: number,
    /** Updates. */
    count: number,
  ): void;
  batchGradient(network: number, order: number, size: number, from: number, to: number): void;
  applyGradient(network: number, rule: number, regularization: number, rate: number): void;
  evaluate(
    network: number,
    inputs: number,
    inputBytes: number,
    points: number,
    all: boolean,
    logits: boolean,
    out: number,
  ): void;
  drawPermutations(order: number, length: number, seed: number, epoch: number, count: number): void;
}

export interface Kernel {
  readonly exports: KernelExports;
  readonly memory: WebAssembly.Memory;
}

const pageBytes = 65_536;

const idle: Kernel[] = [];
/** null where there is no SIMD. */
let compiled: WebAssembly.Module | null | undefined;

/** A kernel whose memory has at least `bytes`, all zero. Throws DeviceLostError('unavailable') without SIMD or memory. */
export function takeKernel(bytes: number): Kernel {
  const kernel = idle.pop() ?? instantiate();
  growTo(kernel, bytes);
  new Uint8Array(kernel.memory.buffer).fill(0);
  return kernel;
}

/** Gives a kernel back. Another device may then use its memory. */
export function returnKernel(kernel: Kernel): void {
  idle.push(kernel);
}

/** Makes sure that memory has `bytes`; views on it end when it grows. */
export function growTo({ memory }: Kernel, bytes: number): void {
  const missing = Math.ceil(bytes / pageBytes) - memory.buffer.byteLength / pageBytes;
  if (missing <= 0) return;
  try {
    memory.grow(missing);
  } catch {
    throw new DeviceLostError('wasm', 'unavailable');
  }
}

function instantiate(): Kernel {
  compiled ??= compileBest();
  if (!compiled) throw new DeviceLostError('wasm', 'unavailable');
  try {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    return { exports: exports as unknown as KernelExports, memory };
  } catch {
    // No address space is left, or this browser forbids it.
    throw new DeviceLostError('wasm', 'unavailable');
  }
}

/** Fused multiply-add where the browser has it, SIMD otherwise, or nothing. */
function compileBest(): WebAssembly.Module | null {
  if (typeof WebAssembly === 'undefined') return null;
  const candidates = [binaries.relaxedSimd, binaries.simd].map(decodeBase64);
  const best = candidates.find((bytes) => WebAssembly.validate(bytes));
  try {
    return best ? new WebAssembly.Module(best) : null;
  } catch {
    return null;
  }
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
