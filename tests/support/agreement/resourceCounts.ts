/** For tests only: what the devices hold on to, counted from the outside. */
import * as tf from '@tensorflow/tfjs-core';

export interface Holdings {
  readonly tensors: number;
  /** WebGL objects of every kind, made and not deleted. */
  readonly glObjects: Record<string, number>;
  /** All WebAssembly memories together. */
  readonly wasmBytes: number;
}

const glKinds = ['Texture', 'Buffer', 'Framebuffer', 'Program', 'Shader', 'VertexArray', 'Query'] as const;

/** Starts to count; call it before the first device is made. Answers a function that tells what is held now. */
export function countHoldings(): () => Holdings {
  const glObjects = countGlObjects();
  const memories = collectMemories();
  return () => ({
    tensors: tf.memory().numTensors,
    glObjects: { ...glObjects },
    wasmBytes: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
  });
}

type GlFunction = (this: unknown, ...args: unknown[]) => unknown;

function countGlObjects(): Record<string, number> {
  const counts: Record<string, number> = {};
  if (typeof WebGL2RenderingContext === 'undefined') return counts;
  const methods = WebGL2RenderingContext.prototype as unknown as Record<string, GlFunction>;
  const count = (method: string, kind: string, change: number) => {
    const original = methods[method]!;
    methods[method] = function counted(...args) {
      // Deleting null does nothing.
      if (change > 0 || args[0]) counts[kind] = (counts[kind] ?? 0) + change;
      return original.apply(this, args);
    };
  };
  for (const kind of glKinds) {
    count(`create${kind}`, kind, 1);
    count(`delete${kind}`, kind, -1);
  }
  return counts;
}

function collectMemories(): WebAssembly.Memory[] {
  const memories: WebAssembly.Memory[] = [];
  const Original = WebAssembly.Memory;
  WebAssembly.Memory = class extends Original {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      memories.push(this);
    }
  };
  return memories;
}
