/** The benchmark page: starts workers and passes calls on to them. It computes nothing, so it disturbs nothing. */
import type { Answer, Call } from './worker';

export interface BenchPage {
  /** Starts a worker and answers its number. */
  start(): number;
  /** Calls a method of a worker; one call at a time. */
  call(worker: number, call: Call): Promise<Answer>;
  end(worker: number): void;
  /** What draws WebGL here. */
  renderer(): string;
}

const running = new Map<number, Worker>();
let started = 0;

const bench: BenchPage = {
  start() {
    started += 1;
    running.set(started, new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
    return started;
  },
  call(number, call) {
    const worker = running.get(number)!;
    return new Promise((resolve) => {
      worker.onmessage = (event: MessageEvent<Answer>) => resolve(event.data);
      worker.onerror = (event) => resolve({ error: event.message || 'the worker did not start' });
      worker.postMessage(call);
    });
  },
  end(number) {
    running.get(number)?.terminate();
    running.delete(number);
  },
  renderer() {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    if (!gl) return 'none';
    return String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  },
};

Object.assign(globalThis, { bench });
