/** One shader program: compiled without waiting, checked at first use, its uniforms set only when they change. */
import { DeviceLostError } from '../device';

/**
 * Where each sampler looks. Fixed for all programs, so that a texture stays bound over many draws; two samplers on one unit never
 * meet in a program.
 */
export const textureUnits = {
  /** Inputs and targets of the points at work. */
  source: 0,
  weights: 1,
  slot0: 2,
  slot1: 3,
  /** Activations of even and of odd layers, their slopes, and ∂L/∂z. */
  activations0: 4,
  activations1: 5,
  slopes0: 6,
  slopes1: 7,
  deltas0: 8,
  deltas1: 9,
  order: 10,
  norms: 10,
  /** Results of tiled passes, a stack of sheets. */
  tiles: 11,
  total: 12,
  frozen: 13,
} as const;

export type TextureUnit = keyof typeof textureUnits;

/** One triangle that covers the viewport; the vertex shader of every program. */
export const vertexSource = `#version 300 es
void main() {
  gl_Position = vec4(float(gl_VertexID & 1) * 4.0 - 1.0, float(gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}
`;

export class Program {
  /** Devices that hold it. */
  users = 0;
  private readonly handle: WebGLProgram;
  /** null once it is linked. */
  private shader: WebGLShader | null;
  private readonly locations = new Map<string, WebGLUniformLocation | null>();
  private readonly values = new Map<string, number>();

  constructor(
    private readonly gl: WebGL2RenderingContext,
    vertexShader: WebGLShader,
    fragmentSource: string,
  ) {
    this.handle = gl.createProgram();
    this.shader = shaderOf(gl, gl.FRAGMENT_SHADER, fragmentSource);
    gl.attachShader(this.handle, vertexShader);
    gl.attachShader(this.handle, this.shader);
    gl.linkProgram(this.handle);
  }

  get isLinked(): boolean {
    return this.shader === null;
  }

  ready(completionStatus: number): boolean {
    return this.isLinked || Boolean(this.gl.getProgramParameter(this.handle, completionStatus));
  }

  activate(): void {
    if (this.shader) this.check(this.shader);
    // biome-ignore lint/correctness/useHookAtTopLevel: GL's, not React's.
    this.gl.useProgram(this.handle);
    if (this.locations.size > 0) return;
    for (const [name, unit] of Object.entries(textureUnits)) {
      const location = this.locate(name);
      if (location) this.gl.uniform1i(location, unit);
    }
  }

  /** Of the program in use, like the other setters. */
  /** Uniforms the shader does not have are passed over. */
  setInt(name: string, value: number): this {
    if (this.values.get(name) === value) return this;
    this.values.set(name, value);
    const location = this.locate(name);
    if (location) this.gl.uniform1i(location, value);
    return this;
  }

  setFloat(name: string, value: number): this {
    if (this.values.get(name) === value) return this;
    this.values.set(name, value);
    const location = this.locate(name);
    if (location) this.gl.uniform1f(location, value);
    return this;
  }

  setFloats(name: string, values: Float32Array): this {
    if (values.length > 0) this.gl.uniform1fv(this.locate(name), values);
    return this;
  }

  delete(): void {
    if (this.shader) this.gl.deleteShader(this.shader);
    this.gl.deleteProgram(this.handle);
  }

  private locate(name: string): WebGLUniformLocation | null {
    let location = this.locations.get(name);
    if (location === undefined) {
      location = this.gl.getUniformLocation(this.handle, name);
      this.locations.set(name, location);
    }
    return location;
  }

  private check(shader: WebGLShader): void {
    const { gl, handle } = this;
    if (gl.isContextLost()) throw new DeviceLostError('webgl', 'contextLost');
    if (!gl.getProgramParameter(handle, gl.LINK_STATUS)) {
      const log = `${gl.getProgramInfoLog(handle) ?? ''}\n${gl.getShaderInfoLog(shader) ?? ''}`;
      if (gl.isContextLost()) throw new DeviceLostError('webgl', 'contextLost');
      throw Object.assign(new DeviceLostError('webgl', 'unavailable'), { cause: new Error(log) });
    }
    gl.deleteShader(shader);
    this.shader = null;
  }
}

export function shaderOf(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  // null on a lost context only, which the check at first use reports.
  if (!shader) throw new DeviceLostError('webgl', 'contextLost');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}
