/**
 * The two tfjs backends as Quadrant uses them. tfjs keeps one current backend for the whole thread, so every call is made inside
 * `run`. The WebGL backend lives on a context of our own, which works in workers where tfjs refuses to make one.
 */

import '@tensorflow/tfjs-backend-cpu';
import { MathBackendWebGL, setWebGLContext } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import { DeviceLostError } from '../device';

tf.enableProdMode();

export interface Backend {
  /** Runs synchronous tfjs code on this backend. Throws DeviceLostError when the backend is gone afterwards. */
  run<T>(work: () => T): T;
  /** Waits until the work issued so far is done, so that callers may time it. */
  finish(): void;
  /** Gives the backend up when it is lost, so that a later device starts afresh. */
  release(): void;
}

export interface WebglBackend extends Backend {
  readonly gl: WebGL2RenderingContext;
}

export function createCpuBackend(): Backend {
  return {
    run: (work) => {
      select('cpu');
      return work();
    },
    finish: () => {},
    release: () => {},
  };
}

/** Throws DeviceLostError('unavailable') where there is no WebGL 2 that renders to 32-bit floats. */
export function createWebglBackend(): WebglBackend {
  const gl = currentContext();
  if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new DeviceLostError('webgl', 'unavailable');
  const throwIfLost = () => {
    if (gl.isContextLost()) throw new DeviceLostError('webgl', 'contextLost');
  };
  return {
    gl,
    run: (work) => {
      try {
        select('webgl');
        const result = work();
        // What a lost context reads back is zeros.
        throwIfLost();
        return result;
      } catch (error) {
        // It also shows as failing shaders; its own name says more.
        throwIfLost();
        throw error;
      }
    },
    finish: () => {
      // gl.finish returns at once in Chromium; only what is read back has been waited for.
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    },
    release: () => {
      if (!gl.isContextLost() || context !== gl) return;
      tf.removeBackend('webgl');
      context = undefined;
    },
  };
}

/** Takes effect at once, because both factories are synchronous. */
function select(name: 'cpu' | 'webgl'): void {
  const engine = tf.engine();
  if (engine.backendName === name) return;
  void tf.setBackend(name);
  // tfjs quietly takes another backend where the one asked for does not start.
  if (engine.backendName !== name)
    throw new DeviceLostError(name === 'cpu' ? 'reference' : name, 'unavailable');
}

let context: WebGL2RenderingContext | undefined;

/** The context of the WebGL backend, made at first use and again after a loss. */
function currentContext(): WebGL2RenderingContext {
  if (context && !context.isContextLost()) return context;
  const made = typeof OffscreenCanvas === 'undefined' ? null : makeContext();
  if (!made) throw new DeviceLostError('webgl', 'unavailable');
  context = made;
  setWebGLContext(2, made);
  // Nothing of a GPU run is to be done quietly on the CPU.
  tf.env().set('WEBGL_CPU_FORWARD', false);
  if ('webgl' in tf.engine().registryFactory) tf.removeBackend('webgl');
  tf.registerBackend('webgl', () => new MathBackendWebGL(), 2);
  return made;
}

function makeContext(): WebGL2RenderingContext | null {
  return new OffscreenCanvas(1, 1).getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
  });
}
