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
}

/** A generator for the given seeds; several seeds (say a seed and an epoch) give independent streams. */
export function createRandom(...seeds: readonly number[]): Random {
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
  let a = next32();
  let b = next32();
  let c = next32();
  let counter = 1;

  const bits = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  for (let i = 0; i < 12; i++) bits();

  const uniform = () => bits() / 0x1_0000_0000;
  let spare: number | undefined;
  const normal = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        spare = v * scale;
        return u * scale;
      }
    }
  };
  return { uniform, normal, integer: (below) => Math.floor(uniform() * below) };
}

/** A permutation of 0 … length − 1 (Fisher–Yates). */
export function permutation(length: number, random: Random): Uint32Array {
  const order = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const j = random.integer(i + 1);
    order[i] = order[j] as number;
    order[j] = i;
  }
  return order;
}
