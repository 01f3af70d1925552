/**
 * From activations and ∂L/∂z of a batch to the next weights. Small batches are summed in the pass that steps; larger ones in chunks
 * first, so that no draw loops for long and a GPU has fragments enough; clipping needs the whole gradient before the first step.
 */
import { type OptimizerId, optimizers } from '../../training/optimizers';
import type { Optimizer } from '../../training/optimizers/optimizer';
import type { UpdateSettings } from '../device';
import type { Context, Target } from './context';
import { ruleConstants, ruleText } from './glslOps';
import {
  chunkShader,
  type GradientSource,
  normFragments,
  normShader,
  totalShader,
  updateShader,
} from './gradientShaders';
import { type Layout, padded } from './layout';
import { once } from './once';
import type { Program } from './program';
import { type Fold, foldFor, type Sheet } from './sheet';
import type { Weights } from './weights';
import { slabOf } from './workspace';

/** Largest batch that is summed without chunks. */
const directPoints = 256;
/** A slab has about this many chunks, if they get long enough. */
const chunksOfSlab = 64;

/** Points of a chunk in a batch of `points`. A matter of the batch alone, so that sums are always split alike. */
function chunkLength(points: number, slab: number): number {
  // Whole runs of four.
  return Math.max(directPoints / 2, 4 * Math.ceil(Math.min(points, slab) / chunksOfSlab / 4));
}

/** The key of a program, of which there is another where something is frozen. */
function named(program: string, freezes: boolean): string {
  return freezes ? `${program} frozen` : program;
}

/** A sheet or a stack of them, drawn to at once. */
interface Drawn {
  readonly sheet: Sheet;
  readonly target: Target;
}

/** The step of one optimiser. */
interface Step {
  readonly optimizer: Optimizer;
  readonly constants: Float32Array;
  /** By where the gradient comes from, and whether something is frozen. */
  readonly programs: Map<string, Program>;
}

export class GradientPasses {
  private readonly slab: number;
  private readonly steps = new Map<OptimizerId, Step>();
  private readonly shared = new Map<string, Program>();
  private partial: (Drawn & { readonly chunks: number; readonly slabs: number }) | undefined;
  private clipping: { readonly total: Drawn; readonly norms: Drawn } | undefined;
  /** The mask that was uploaded last. */
  private frozen: { readonly sheet: Sheet; readonly mask: Uint8Array } | undefined;

  constructor(
    private readonly context: Context,
    private readonly layout: Layout,
    private readonly weights: Weights,
  ) {
    this.slab = slabOf(layout);
  }

  get programs(): Program[] {
    return [
      ...this.shared.values(),
      ...[...this.steps.values()].flatMap((step) => [...step.programs.values()]),
    ];
  }

  /** Whether batches of this size are summed in chunks. */
  chunked(points: number): boolean {
    return points > directPoints;
  }

  /** Starts compiling what batches of up to `points` points need. */
  prepare(tuning: UpdateSettings, points: number): void {
    const source = this.chunked(points) ? 'chunks' : 'points';
    if (source === 'chunks') this.program('chunks', () => chunkShader(this.layout));
    if (tuning.clipNorm === null) {
      this.stepProgram(tuning, source);
      return;
    }
    this.totalProgram(tuning, source);
    this.program('norms', () => normShader(this.layout));
    this.stepProgram(tuning, 'total');
  }

  /** Uploads what is frozen where that is not what it was. Needs a burst, before anything is bound. */
  freeze(mask: Uint8Array | null): void {
    if (mask === null || this.frozen?.mask === mask) return;
    const { context, layout } = this;
    const sheet = this.frozen?.sheet ?? context.createSheet(layout.weightFold, 1);
    context.upload(sheet, padded(layout, Float32Array.from(mask)));
    this.frozen = { sheet, mask };
  }

  /** Sums the slab that begins at point `first` of a batch into its chunks. `place` sets where the points are. */
  sumSlab(batch: number, first: number, place: (program: Program) => void): void {
    const { sheet, target } = this.roomFor(batch);
    const program = this.context.use(this.program('chunks', () => chunkShader(this.layout)));
    place(program);
    const slab = first / this.slab;
    this.placeChunks(program, batch, sheet).setInt('slab', slab);
    program.setInt('chunkLength', chunkLength(batch, this.slab));
    this.context.draw(target, slab * sheet.rows, sheet.rows);
  }

  /** Steps after a batch; `place` is used where its points were not summed in chunks. Needs what is frozen, see `freeze`. */
  step(batch: number, learningRate: number, tuning: UpdateSettings, place: (program: Program) => void): void {
    const source = this.chunked(batch) ? 'chunks' : 'points';
    if (tuning.clipNorm !== null) this.total(batch, source, tuning, place);
    const program = this.context.use(this.stepProgram(tuning, tuning.clipNorm === null ? source : 'total'));
    if (tuning.clipNorm === null) this.placeGradient(program, batch, source, tuning, place);
    else program.setFloat('clipNorm', tuning.clipNorm);
    const { optimizer, constants } = this.stepOf(tuning);
    const update = this.weights.optimizerUpdates + 1;
    const { options } = tuning.optimizer;
    program.setFloats('k', ruleConstants(optimizer, { learningRate, update, options }, constants));
    this.bindWeights(tuning);
    this.weights.bindSlots();
    this.weights.advance();
  }

  dispose(): void {
    for (const program of this.programs) this.context.release(program);
    for (const drawn of [this.partial, this.clipping?.total, this.clipping?.norms]) this.drop(drawn);
    if (this.frozen) this.context.deleteSheet(this.frozen.sheet);
  }

  private total(
    batch: number,
    source: GradientSource,
    tuning: UpdateSettings,
    place: (program: Program) => void,
  ): void {
    const { context, layout } = this;
    this.clipping ??= {
      total: this.drawn(context.createSheet(layout.weightFold, 1)),
      norms: this.drawn(context.createSheet({ shift: Math.log2(normFragments), rows: 1 }, 1)),
    };
    const { total, norms } = this.clipping;
    const program = context.use(this.totalProgram(tuning, source));
    this.placeGradient(program, batch, source, tuning, place);
    this.bindWeights(tuning);
    context.draw(total.target, 0, layout.weightFold.rows);
    context.use(this.program('norms', () => normShader(layout)));
    context.bind('total', total.sheet);
    context.draw(norms.target, 0, 1);
    context.bind('norms', norms.sheet);
  }

  /** Right before a draw, because making a texture may unbind another. */
  private bindWeights(tuning: UpdateSettings): void {
    this.weights.bind();
    if (tuning.frozen && this.frozen) this.context.bind('frozen', this.frozen.sheet);
  }

  private placeGradient(
    program: Program,
    batch: number,
    source: GradientSource,
    { l1, l2 }: UpdateSettings,
    place: (program: Program) => void,
  ): void {
    program
      .setFloat('inverseCount', 1 / batch)
      .setFloat('l1', l1)
      .setFloat('twiceL2', 2 * l2);
    if (source === 'points') {
      place(program);
      return;
    }
    const { sheet } = this.roomFor(batch);
    this.placeChunks(program, batch, sheet).setInt('slabs', Math.ceil(batch / this.slab));
    this.context.bind('tiles', sheet);
  }

  private placeChunks(program: Program, batch: number, { shift, rows }: Fold): Program {
    return program
      .setInt('chunks', this.chunksOf(batch))
      .setInt('chunkShift', shift)
      .setInt('chunkRows', rows);
  }

  /** Of a whole slab. */
  private chunksOf(batch: number): number {
    return Math.ceil(Math.min(batch, this.slab) / chunkLength(batch, this.slab));
  }

  private program(name: string, source: () => string): Program {
    return once(this.shared, name, () => this.context.acquire(source()));
  }

  private stepOf({ optimizer: { id, options } }: UpdateSettings): Step {
    return once(this.steps, id, () => {
      const optimizer: Optimizer = optimizers[id];
      const constants = new Float32Array(ruleText(optimizer, options).constants);
      return { optimizer, constants, programs: new Map<string, Program>() };
    });
  }

  private totalProgram({ frozen }: UpdateSettings, source: GradientSource): Program {
    const freezes = frozen !== null;
    return this.program(named(`total ${source}`, freezes), () => totalShader(this.layout, source, freezes));
  }

  private stepProgram(tuning: UpdateSettings, source: GradientSource | 'total'): Program {
    const { optimizer, programs } = this.stepOf(tuning);
    const freezes = tuning.frozen !== null;
    return once(programs, named(source, freezes), () => {
      const rule = ruleText(optimizer, tuning.optimizer.options);
      const text = updateShader(this.layout, rule, optimizer.initialSlots.length, source, freezes);
      return this.context.acquire(text);
    });
  }

  /** For the sums of the tiles, [slab][tile][chunk]. */
  private roomFor(batch: number): Drawn {
    const [chunks, slabs] = [this.chunksOf(batch), Math.ceil(batch / this.slab)];
    if (this.partial && this.partial.chunks >= chunks && this.partial.slabs >= slabs) return this.partial;
    this.drop(this.partial);
    const { tiles, tileGroups } = this.layout;
    const stack = this.context.createStack(foldFor(tiles * chunks, slabs), slabs, 4 * tileGroups);
    this.partial = { ...this.drawn(stack), chunks, slabs };
    return this.partial;
  }

  private drawn(sheet: Sheet): Drawn {
    return { sheet, target: this.context.createTarget(sheet.layers > 0 ? sheet : [sheet]) };
  }

  private drop(drawn: Drawn | undefined): void {
    if (!drawn) return;
    this.context.deleteSheet(drawn.sheet);
    this.context.deleteTarget(drawn.target);
  }
}
