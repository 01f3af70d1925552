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
  /** Fills `words` from `start` to before `end` with what `uniform` would draw next, times 2³². */
  fill(words: Uint32Array, start: number, end: number): void;
}

/** A generator for the given seeds; several seeds (say a seed and an epoch) give independent streams. */
export function createRandom(...seeds: readonly number[]): Random {
  return new Sfc32(seeds);
}

const two32 = 0x1_0000_0000;
/** For numbers that are used at once; as long as the first draws that every generator throws away. */
const scratch = new Uint32Array(12);

/** A class with a typed state, because shuffling at full speed draws hundreds of millions of numbers a second. */
class Sfc32 implements Random {
  /** a, b, c and the counter. */
  private readonly state = new Int32Array(4);
  private spare: number | undefined;

  constructor(seeds: readonly number[]) {
    let mix = 0x9e3779b9;
    const next32 = (): number => {
      mix = (mix + 0x9e3779b9) | 0;
      let t = mix ^ (mix >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      return t ^ (t >>> 15);
    };
    for (const seed of seeds) mix = (Math.imul(mix ^ seed, 0x85ebca6b) + next32()) | 0;
    for (let i = 0; i < 3; i++) this.state[i] = next32();
    this.state[3] = 1;
    this.fill(scratch, 0, scratch.length);
  }

  uniform(): number {
    return this.bits() / two32;
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

  fill(words: Uint32Array, start: number, end: number): void {
    const { state } = this;
    let a = state[0] as number;
    let b = state[1] as number;
    let c = state[2] as number;
    let counter = state[3] as number;
    for (let i = start; i < end; i++) {
      const t = (((a + b) | 0) + counter) | 0;
      counter = (counter + 1) | 0;
      a = b ^ (b >>> 9);
      b = (c + (c << 3)) | 0;
      c = (c << 21) | (c >>> 11);
      c = (c + t) | 0;
      words[i] = t;
    }
    state[0] = a;
    state[1] = b;
    state[2] = c;
    state[3] = counter;
  }

  private bits(): number {
    this.fill(scratch, 0, 1);
    return scratch[0] as number;
  }
}

/** A permutation of 0 … length − 1 (Fisher–Yates). */
export function permutation(length: number, random: Random): Uint32Array {
  const order = new Uint32Array(length);
  permute(order, 0, length, random);
  return order;
}

/** Writes a permutation of 0 … length − 1 to `order`, from `start` on. */
export function permute(order: Uint32Array, start: number, length: number, random: Random): void {
  // Each place holds its own random number until it is its turn, and is then read no more.
  random.fill(order, start, start + length);
  for (let i = 0; i < length; i++) {
    const j = Math.floor(((order[start + i] as number) / two32) * (i + 1));
    order[start + i] = order[start + j] as number;
    order[start + j] = i;
  }
}
