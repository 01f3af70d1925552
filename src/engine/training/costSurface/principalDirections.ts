/**
 * The two directions along which the checkpoints of a run differ most (principal components, as Li et al. 2018 plot paths of descent). Found
 * from the products of the checkpoints with each other, of which there are few, instead of a covariance of all parameters.
 */
export interface PrincipalDirections {
  /** Unit vectors. [parameterCount] */
  readonly first: Float32Array;
  /** null where the path is straight. */
  readonly second: Float32Array | null;
  /** Share of the checkpoints' variance along both, 0–1. */
  readonly share: number;
}

/** More checkpoints than this say nothing new about the two directions. */
const mostMoments = 48;
/** A direction with less of the variance than this is rounding. */
const rounding = 1e-10;

/** Yields after each piece of work that is short even for large networks. Answers null where the checkpoints do not differ. */
export async function* principalDirections(
  all: readonly Float32Array[],
): AsyncGenerator<void, PrincipalDirections | null> {
  const moments = thinned(all);
  const count = moments.length;
  if (count < 2) return null;
  const centred = yield* centre(moments);
  const products = centred.map(() => new Array<number>(count).fill(0));
  for (let i = 0; i < count; i++) {
    for (let j = i; j < count; j++) {
      const product = dot(centred[i] as Float32Array, centred[j] as Float32Array);
      (products[i] as number[])[j] = product;
      (products[j] as number[])[i] = product;
      yield;
    }
  }
  const variance = products.reduce((sum, row, i) => sum + (row[i] as number), 0);
  if (!(variance > 0) || !Number.isFinite(variance)) return null;
  // Loaded when principal directions are first used.
  const { PCA } = await import('ml-pca');
  const analysis = new PCA(products, { isCovarianceMatrix: true });
  const shares = analysis.getExplainedVariance();
  const vectors = analysis.getEigenvectors();
  const along = (k: number) =>
    combine(
      centred,
      centred.map((_, i) => vectors.get(i, k)),
    );
  const [most = 0, next = 0] = shares;
  return {
    first: yield* along(0),
    second: next > rounding ? yield* along(1) : null,
    share: Math.min(1, most + Math.max(0, next)),
  };
}

/** Evenly, the first and the last included. */
function thinned(all: readonly Float32Array[]): Float32Array[] {
  const count = Math.min(all.length, mostMoments);
  return Array.from({ length: count }, (_, i) => {
    const index = count > 1 ? Math.round((i * (all.length - 1)) / (count - 1)) : 0;
    return all[index] as Float32Array;
  });
}

function* centre(moments: readonly Float32Array[]): Generator<void, Float32Array[]> {
  const mean = new Float64Array((moments[0] as Float32Array).length);
  for (const moment of moments) {
    for (let i = 0; i < mean.length; i++) {
      mean[i] = (mean[i] as number) + (moment[i] as number) / moments.length;
    }
    yield;
  }
  const centred: Float32Array[] = [];
  for (const moment of moments) {
    centred.push(moment.map((value, i) => value - (mean[i] as number)));
    yield;
  }
  return centred;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The weighted sum, as a unit vector whose largest part is positive: a direction and its opposite are the same. */
function* combine(
  vectors: readonly Float32Array[],
  weights: readonly number[],
): Generator<void, Float32Array> {
  const sum = new Float64Array((vectors[0] as Float32Array).length);
  for (const [k, vector] of vectors.entries()) {
    const weight = weights[k] as number;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (vector[i] as number);
    yield;
  }
  let [square, largest] = [0, 0];
  for (const part of sum) {
    square += part * part;
    if (Math.abs(part) > Math.abs(largest)) largest = part;
  }
  const scale = Math.sign(largest) / Math.sqrt(square);
  return Float32Array.from(sum, (part) => part * scale);
}
