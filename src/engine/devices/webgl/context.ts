/**
 * Drawing on the GL context that tfjs uses too. Owns the programs, compiled once per source and kept for the life of the context, and
 * leaves the context between bursts as tfjs expects it. Every draw is one triangle over a range of rows of its target.
 */
import { DeviceLostError } from '../device';
import { once } from './once';
import { Program, shaderOf, type TextureUnit, textureUnits, vertexSource } from './program';
import type { Fold, Sheet } from './sheet';

/** Programs that no device uses are kept for a restart, up to this many programs in all. */
const keptPrograms = 160;

export interface Target {
  readonly framebuffer: WebGLFramebuffer;
  readonly width: number;
}

const known = new WeakMap<WebGL2RenderingContext, Context>();

/** The one wrapper of a context. */
export function contextOf(gl: WebGL2RenderingContext): Context {
  return once(known, gl, () => new Context(gl));
}

export class Context {
  /** Called before a wait for the compiler, which may take many seconds. */
  beforeLink: () => void = () => {};
  /** Textures alive, for the tests of leaks. */
  textures = 0;
  private readonly parallel: KHR_parallel_shader_compile | null;
  private readonly vertexArray: WebGLVertexArrayObject;
  private readonly vertexShader: WebGLShader;
  private readonly programs = new Map<string, Program>();
  private readonly bound: (WebGLTexture | null)[] = [];
  private program: Program | null = null;
  private framebuffer: WebGLFramebuffer | null = null;

  constructor(readonly gl: WebGL2RenderingContext) {
    if (!gl.getExtension('EXT_color_buffer_float')) throw new DeviceLostError('webgl', 'unavailable');
    this.parallel = gl.getExtension('KHR_parallel_shader_compile');
    this.vertexArray = gl.createVertexArray();
    this.vertexShader = shaderOf(gl, gl.VERTEX_SHADER, vertexSource);
  }

  /** Textures, or layers of one, that a pass may draw to at once: 4 everywhere, 8 where the driver allows. */
  get drawBuffers(): 4 | 8 {
    return (this.gl.getParameter(this.gl.MAX_DRAW_BUFFERS) as number) >= 8 ? 8 : 4;
  }

  get programCount(): number {
    return this.programs.size;
  }

  /** Starts compiling, or finds the program of the same source; nothing waits. Give it back with `release`. */
  acquire(fragmentSource: string): Program {
    const program =
      this.programs.get(fragmentSource) ?? new Program(this.gl, this.vertexShader, fragmentSource);
    // Put last, so that the first are those not used for longest.
    this.programs.delete(fragmentSource);
    this.programs.set(fragmentSource, program);
    program.users += 1;
    return program;
  }

  release(program: Program): void {
    program.users -= 1;
    for (const [source, oldest] of this.programs) {
      if (this.programs.size <= keptPrograms) return;
      if (oldest.users > 0) continue;
      this.programs.delete(source);
      oldest.delete();
    }
  }

  /** Whether these programs can be used without waiting for a compiler; true where the browser does not tell. */
  ready(programs: Iterable<Program>): boolean {
    if (!this.parallel || this.gl.isContextLost()) return true;
    const query = this.parallel.COMPLETION_STATUS_KHR;
    for (const program of programs) if (!program.ready(query)) return false;
    return true;
  }

  /** Runs `draws` with our state set and puts the state of tfjs back. */
  burst<T>(draws: () => T): T {
    const { gl } = this;
    const switches = [gl.SCISSOR_TEST, gl.CULL_FACE, gl.BLEND, gl.DEPTH_TEST].filter((name) =>
      gl.isEnabled(name),
    );
    for (const name of switches) gl.disable(name);
    gl.bindVertexArray(this.vertexArray);
    this.program = null;
    this.framebuffer = null;
    this.bound.length = 0;
    try {
      return draws();
    } finally {
      gl.bindVertexArray(null);
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      for (const name of switches) gl.enable(name);
    }
  }

  /** Makes `program` the one that `draw` runs. Throws DeviceLostError where the driver cannot link it. */
  use(program: Program): Program {
    if (this.program === program) return program;
    this.program = program;
    if (!program.isLinked) this.beforeLink();
    program.activate();
    return program;
  }

  bind(unit: TextureUnit, sheet: Pick<Sheet, 'texture' | 'layers'>): void {
    const index = textureUnits[unit];
    if (this.bound[index] === sheet.texture) return;
    this.bound[index] = sheet.texture;
    this.gl.activeTexture(this.gl.TEXTURE0 + index);
    this.gl.bindTexture(this.kindOf(sheet), sheet.texture);
  }

  /** Runs the program for every texel of `rows` rows from `firstRow` on. */
  draw(target: Target, firstRow: number, rows: number): void {
    const { gl } = this;
    if (this.framebuffer !== target.framebuffer) {
      this.framebuffer = target.framebuffer;
      gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
    }
    gl.viewport(0, firstRow, target.width, rows);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  /** A sheet of zeros. Throws DeviceLostError where the texture would be too large. */
  createSheet(fold: Fold, groups: number, format: 'float4' | 'index' = 'float4'): Sheet {
    const { gl } = this;
    return this.create(fold, groups, 0, (width, height) => {
      gl.texStorage2D(gl.TEXTURE_2D, 1, format === 'index' ? gl.R32UI : gl.RGBA32F, width, height);
    });
  }

  /** Sheets of zeros as the layers of one texture, which one pass draws to and one sampler reads. */
  createStack(fold: Fold, groups: number, layers: number): Sheet {
    const { gl } = this;
    return this.create(fold, groups, layers, (width, height) => {
      gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA32F, width, height, layers);
    });
  }

  deleteSheet({ texture }: Sheet): void {
    this.gl.deleteTexture(texture);
    this.textures -= 1;
  }

  /**
   * A framebuffer that draws output k of a shader to sheet k, all of one size, or to layer k of a stack; null leaves an output out.
   * Throws DeviceLostError where the driver cannot draw to them.
   */
  createTarget(sheets: readonly (Sheet | null)[] | Sheet): Target {
    const { gl } = this;
    const framebuffer = gl.createFramebuffer();
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer);
    const outputs = 'texture' in sheets ? Array.from({ length: sheets.layers }, () => sheets) : sheets;
    const buffers = outputs.map((sheet, k) => {
      if (!sheet) return gl.NONE;
      const place = gl.COLOR_ATTACHMENT0 + k;
      if (sheet.layers > 0) gl.framebufferTextureLayer(gl.FRAMEBUFFER, place, sheet.texture, 0, k);
      else gl.framebufferTexture2D(gl.FRAMEBUFFER, place, gl.TEXTURE_2D, sheet.texture, 0);
      return place;
    });
    gl.drawBuffers(buffers);
    const status = gl.checkFramebufferStatus(gl.FRAMEBUFFER);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    this.framebuffer = null;
    if (status !== gl.FRAMEBUFFER_COMPLETE) {
      const cause = new Error(`framebuffer status ${status}`);
      throw Object.assign(new DeviceLostError('webgl', 'unavailable'), { cause });
    }
    return { framebuffer, width: outputs.find((sheet) => sheet !== null)?.width ?? 0 };
  }

  deleteTarget({ framebuffer }: Target): void {
    this.gl.deleteFramebuffer(framebuffer);
  }

  /** Writes texels from the start of the sheet on; `values` has four floats (or one index) a texel. */
  upload(sheet: Sheet, values: Float32Array | Uint32Array): void {
    const { gl } = this;
    const isIndex = values instanceof Uint32Array;
    const perTexel = isIndex ? 1 : 4;
    const [format, type] = isIndex ? [gl.RED_INTEGER, gl.UNSIGNED_INT] : [gl.RGBA, gl.FLOAT];
    const texels = values.length / perTexel;
    const rows = Math.floor(texels / sheet.width);
    const rest = texels - rows * sheet.width;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, sheet.texture);
    this.bound.length = 0;
    if (rows > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, sheet.width, rows, format, type, values);
    if (rest > 0) {
      const last = values.subarray(rows * sheet.width * perTexel);
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, rows, rest, 1, format, type, last);
    }
  }

  /** The first `rows` rows of a target's first sheet, four floats a texel. Waits for the GPU. */
  readRows(target: Target, rows: number): Float32Array {
    const { gl } = this;
    const values = new Float32Array(target.width * rows * 4);
    gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
    this.framebuffer = target.framebuffer;
    gl.readPixels(0, 0, target.width, rows, gl.RGBA, gl.FLOAT, values);
    return values;
  }

  private create(
    fold: Fold,
    groups: number,
    layers: number,
    allocate: (width: number, height: number) => void,
  ): Sheet {
    const { gl } = this;
    const [width, height] = [2 ** fold.shift, fold.rows * groups];
    const most = gl.getParameter(gl.MAX_TEXTURE_SIZE) as number;
    if (Math.max(width, height) > most) throw new DeviceLostError('webgl', 'unavailable');
    const sheet = { ...fold, texture: gl.createTexture(), width, height, layers };
    const kind = this.kindOf(sheet);
    gl.bindTexture(kind, sheet.texture);
    allocate(width, height);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(kind, name, gl.NEAREST);
    gl.bindTexture(kind, null);
    this.bound.length = 0;
    this.textures += 1;
    return sheet;
  }

  private kindOf({ layers }: Pick<Sheet, 'layers'>): number {
    return layers > 0 ? this.gl.TEXTURE_2D_ARRAY : this.gl.TEXTURE_2D;
  }
}
