/**
 * The seeded generator behind data, split, initial weights and shuffling: same seed, same numbers, on every machine.
 * sfc32 (C. Doty-Humphrey, PractRand), its state filled from the seeds by splitmix32 steps.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits. */
  uniform(): number;
  /** Standard normal (Marsaglia's polar method). */
  normal(): number;
  /** Uniform integer in 0 … below − 1. */
  integer(below: number): number;
  /** Writes a permutation of 0 … length − 1 to `order` from `start` on (Fisher–Yates). */
  permute(order: Uint32Array, start: number, length: number): void;
}

/** A generator for the given seeds; several seeds (say a seed and an epoch) give independent streams. */
export function createRandom(...seeds: readonly number[]): Random {
  return new Sfc32(seeds);
}

const inverse32 = 1 / 0x1_0000_0000;
const golden = 0x9e3779b9;

/** The output function of splitmix32. */
function scramble(mix: number): number {
  let t = mix ^ (mix >>> 16);
  t = Math.imul(t, 0x21f0aaad);
  t ^= t >>> 15;
  t = Math.imul(t, 0x735a2d97);
  return t ^ (t >>> 15);
}

class Sfc32 implements Random {
  /** a, b, c and the counter. Typed, so that they stay integers of the processor. */
  private readonly state = new Int32Array(4);
  private spare: number | undefined;

  constructor(seeds: readonly number[]) {
    let mix = golden;
    for (const seed of seeds) mix = (Math.imul(mix ^ seed, 0x85ebca6b) + scramble((mix + golden) | 0)) | 0;
    for (let i = 0; i < 3; i++) {
      mix = (mix + golden) | 0;
      this.state[i] = scramble(mix);
    }
    this.state[3] = 1;
    for (let i = 0; i < 12; i++) this.uniform();
  }

  uniform(): number {
    const { state } = this;
    const b = state[1] as number;
    const c = state[2] as number;
    const counter = state[3] as number;
    const t = ((state[0] as number) + b + counter) | 0;
    // What does not fit 32 bits is cut off by the array.
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + t;
    state[3] = counter + 1;
    return (t >>> 0) * inverse32;
  }

  integer(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  normal(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        this.spare = v * scale;
        return u * scale;
      }
    }
  }

  /**
   * The same numbers as `integer(1)`, `integer(2)` … would draw. Written out with the state in local variables: at full speed the
   * shuffling of small networks' batches would otherwise take as long as their training.
   */
  permute(order: Uint32Array, start: number, length: number): void {
    const { state } = this;
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let counter = state[3] as number;
    for (let i = 0; i < length; i++) {
      const t = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (((c << 21) | (c >>> 11)) + t) | 0;
      // Exact in float64 for up to 2²¹ places.
      const j = start + (((t >>> 0) * (i + 1) * inverse32) | 0);
      order[start + i] = order[j] as number;
      order[j] = i;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  }
}

/**
 * Writes `count` permutations of 0 … length − 1 to `order` from `start` on, one after another: those of an epoch and of the epochs
 * that follow it, each from the seed and the number of its epoch alone.
 */
export type DrawPermutations = (
  order: Uint32Array,
  start: number,
  length: number,
  seed: number,
  epoch: number,
  count: number,
) => void;

export const drawPermutations: DrawPermutations = (order, start, length, seed, epoch, count) => {
  for (let i = 0; i < count; i++) createRandom(seed, epoch + i).permute(order, start + i * length, length);
};

/** A permutation of 0 … length − 1. */
export function permutation(length: number, random: Random): Uint32Array {
  const order = new Uint32Array(length);
  random.permute(order, 0, length);
  return order;
}
