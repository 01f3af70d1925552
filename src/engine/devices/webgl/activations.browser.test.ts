/**
 * The GLSL of the activations, values and slopes, against the float64 scalars: over ±1e4, at ±0, at subnormals and at ±Infinity.
 * GPUs may take subnormals for 0, which changes nothing that the tolerance sees.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActivationId, activations } from '../../model/activations';
import { createWebglBackend, type WebglBackend } from '../tfjs/backend';
import { type Context, contextOf } from './context';
import { packRows } from './layout';
import { activationFunctions, header } from './shaderText';
import { foldFor } from './sheet';

/** ±1e-8 … ±1e4, evenly on a logarithmic scale. */
const spread = Array.from({ length: 2000 }, (_, i) => (i % 2 === 0 ? 1 : -1) * 10 ** (i / 166.6 - 8));
const fine = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 100);
const special = [0, -0, 1e-40, -1e-40, 1e-45, 88, -88, 104, -104, 1e4, -1e4, Infinity, -Infinity];
const logits = Float32Array.from([...fine, ...spread, ...special]);

let backend: WebglBackend;
let context: Context;

beforeAll(() => {
  backend = createWebglBackend();
  context = backend.run(() => contextOf(backend.gl));
});

afterAll(() => {
  expect(context.textures).toBe(0);
});

/** Runs a snippet for every logit; the value and the slope. */
function onGpu(id: ActivationId): { values: Float32Array; slopes: Float32Array } {
  const fold = foldFor(logits.length, 1);
  const shader = `${header}
uniform sampler2D source;
layout(location = 0) out vec4 result;
${activationFunctions(id)}
void main() {
  vec4 z = texelFetch(source, ivec2(gl_FragCoord.xy), 0);
  result = vec4(valueOf(z).x, slopeOf(z).x, 0.0, 0.0);
}
`;
  return backend.run(() =>
    context.burst(() => {
      const [source, result] = [context.createSheet(fold, 1), context.createSheet(fold, 1)];
      const target = context.createTarget([result]);
      const texels = new Float32Array(source.width * source.height * 4);
      packRows(logits, logits.length, 1, texels, fold);
      context.upload(source, texels);
      const program = context.use(context.acquire(shader));
      context.bind('source', source);
      context.draw(target, 0, result.height);
      const read = context.readRows(target, result.height);
      context.release(program);
      context.deleteTarget(target);
      for (const sheet of [source, result]) context.deleteSheet(sheet);
      return { values: logits.map((_, i) => read[4 * i]!), slopes: logits.map((_, i) => read[4 * i + 1]!) };
    }),
  );
}

/** Difference in units of the truth, or of `floor` where that is larger; 0 for the same infinity, and for NaN where that is the truth. */
function errorOf(ours: number, truth: number, floor: number): number {
  return ours === truth || Object.is(ours, truth)
    ? 0
    : Math.abs(ours - truth) / Math.max(Math.abs(truth), floor);
}

const leastNormal = 2 ** -126;
/** What a GPU that knows no subnormals may take for z. */
const readings = (z: number) => (Math.abs(z) < leastNormal ? [z, 0] : [z]);

describe.each(Object.keys(activations) as ActivationId[])('%s on the GPU', (id) => {
  const { at, derivative } = activations[id];

  it.each([
    ['value', at, 'values'],
    ['slope', derivative, 'slopes'],
  ] as const)('has the %s of its scalar', (_, truth, kind) => {
    const ours = onGpu(id)[kind];
    logits.forEach((z, i) => {
      const error = Math.min(...readings(z).map((read) => errorOf(ours[i]!, truth(read), 0.02)));
      expect(error, `${kind} at ${z}: ${ours[i]!} for ${truth(z)}`).toBeLessThanOrEqual(5e-6);
    });
  });

  it('loses no digits near 0', () => {
    const { values } = onGpu(id);
    logits.forEach((z, i) => {
      if (Math.abs(z) > 0.01 || Math.abs(z) < leastNormal) return;
      expect(errorOf(values[i]!, at(z), 1e-30), `value at ${z}`).toBeLessThanOrEqual(1e-6);
    });
  });
});
