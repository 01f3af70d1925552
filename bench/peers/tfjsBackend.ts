/** TensorFlow.js with the backend that is asked for, or a refusal; its WebAssembly files come from the page's own server. */
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { Unavailable } from '../subject';

export const backendNames = ['wasm', 'webgl', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];

tf.enableProdMode();
setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threads,
});

/** tfjs answers false, or quietly takes another backend, where one does not start. */
export async function startBackend(name: BackendName): Promise<void> {
  const started = await tf.setBackend(name).catch(() => false);
  await tf.ready();
  if (!started || tf.getBackend() !== name)
    throw new Unavailable(`tfjs has no ${name} backend in this browser`);
}
