/**
 * What the SIMD units of this machine can do at best: independent chains of multiply-adds on four float32 each, nothing read and
 * nothing written. The module is assembled here byte by byte, so that nothing but the chains is in the loop.
 */

export interface Peak {
  /** Billions of multiplications and additions a second. */
  readonly gflops: number;
  /** How it was reached, in words. */
  readonly by: string;
}

type Step = 'mul and add' | 'relaxed madd';

/** Enough to hide the latency of a multiplication and an addition; with more, registers run out. */
const chainCounts = [8, 10, 12] as const;
/** Steps of every chain in one turn of the loop, so that counting costs next to nothing. */
const unrolled = 4;
const turns = 1_000_000;

const v128 = 0x7b;
const i32 = 0x7f;
const code = {
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  v128Const: [0xfd, 0x0c],
  f32x4Add: [0xfd, 0xe4, 0x01],
  f32x4Mul: [0xfd, 0xe6, 0x01],
  f32x4RelaxedMadd: [0xfd, 0x85, 0x02],
  f32x4ExtractLane0: [0xfd, 0x1f, 0],
  loop: [0x03, 0x40],
  brIf0: [0x0d, 0],
  i32Const1: [0x41, 1],
  i32Sub: 0x6b,
  end: 0x0b,
};

/** Unsigned LEB128. */
function leb(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...leb(value >>> 7)];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...leb(content.length), ...content];
}

/** v128.const with the same float32 in every lane. */
function splat(value: number): number[] {
  const bytes = [...new Uint8Array(new Float32Array([value]).buffer)];
  return [...code.v128Const, ...bytes, ...bytes, ...bytes, ...bytes];
}

/** acc ← acc · factor + term. */
function stepOf(step: Step, acc: number, factor: number, term: number): number[] {
  const get = (local: number) => [code.localGet, local];
  const product = [...get(acc), ...get(factor)];
  return step === 'mul and add'
    ? [...product, ...code.f32x4Mul, ...get(term), ...code.f32x4Add, code.localSet, acc]
    : [...product, ...get(term), ...code.f32x4RelaxedMadd, code.localSet, acc];
}

/** A module with one function `run(turns)`; locals: turns, the factor, the term, the chains. */
function assemble(step: Step, chains: number): Uint8Array<ArrayBuffer> {
  const [turnsLeft, factor, term, first] = [0, 1, 2, 3];
  const each = Array.from({ length: chains }, (_, k) => first + k);
  // Every chain tends to 1, far from subnormals.
  const start = [...splat(0.5), code.localSet, factor, ...splat(0.5), code.localSet, term];
  const starts = each.flatMap((acc) => [...splat(acc), code.localSet, acc]);
  const round = each.flatMap((acc) => stepOf(step, acc, factor, term));
  const rounds = Array.from({ length: unrolled }, () => round).flat();
  const count = [code.localGet, turnsLeft, ...code.i32Const1, code.i32Sub, code.localTee, turnsLeft];
  const loop = [...code.loop, ...rounds, ...count, ...code.brIf0, code.end];
  const sum = each.flatMap((acc, k) => [code.localGet, acc, ...(k > 0 ? code.f32x4Add : [])]);
  const locals = [1, ...leb(chains + 2), v128];
  const body = [...locals, ...start, ...starts, ...loop, ...sum, ...code.f32x4ExtractLane0, code.end];
  const f32 = 0x7d;
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, i32, 1, f32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...new TextEncoder().encode('run'), 0, 0]),
    ...section(10, [1, ...leb(body.length), ...body]),
  ]);
}

async function gflopsOf(module: Uint8Array<ArrayBuffer>, chains: number, seconds: number): Promise<number> {
  const { instance } = await WebAssembly.instantiate(module);
  const run = instance.exports.run as (turns: number) => number;
  const timeMs = () => {
    const startMs = performance.now();
    run(turns);
    return performance.now() - startMs;
  };
  // The optimising compiler takes over while these run; the best of what follows is the peak.
  for (const startMs = performance.now(); performance.now() - startMs < 300; ) timeMs();
  let bestMs = Infinity;
  for (const startMs = performance.now(); performance.now() - startMs < seconds * 1000; ) {
    bestMs = Math.min(bestMs, timeMs());
  }
  return (turns * unrolled * chains * 4 * 2) / (bestMs * 1e6);
}

/** Tries each way to multiply and add with several numbers of chains, `seconds` each, and answers the fastest. */
export async function measurePeak(seconds: number): Promise<Peak> {
  let best: Peak = { gflops: 0, by: 'no SIMD in this browser' };
  for (const step of ['mul and add', 'relaxed madd'] as const) {
    for (const chains of chainCounts) {
      const module = assemble(step, chains);
      if (!WebAssembly.validate(module)) continue;
      const gflops = await gflopsOf(module, chains, seconds);
      if (gflops > best.gflops) best = { gflops, by: `${step}, ${chains} chains` };
    }
  }
  return best;
}
