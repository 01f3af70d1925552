/** Activations and logits over any points, read in one go. Keeps the inputs it was asked for last, as grids come again and again. */
import type { Context, Target } from './context';
import { resultShader } from './dataShaders';
import { outputShader } from './headShaders';
import { drawLayer, LayerPasses } from './layerPasses';
import { groupsOf, type Layout, packRows } from './layout';
import { once } from './once';
import type { Program } from './program';
import { foldFor, type Sheet } from './sheet';
import type { Weights } from './weights';
import { slabOf, Workspace } from './workspace';

/** Training part, test part, the fine grid and the coarse one, and a resize of each. */
const keptInputs = 8;

export type Wanted = 'outputs' | 'all' | 'logits';

interface Result {
  readonly sheet: Sheet;
  readonly target: Target;
}

interface Evaluated {
  readonly source: Sheet;
  readonly results: Map<Wanted, Result>;
}

export class Evaluation {
  private readonly slab: number;
  private readonly forward: LayerPasses;
  private readonly output: Program;
  private readonly readers: Record<'outputs' | 'all', Program>;
  private readonly kept = new Map<Float32Array, Evaluated>();
  private workspace: Workspace | undefined;

  /** `training` has the inputs `trainingInputs` on the GPU already. */
  constructor(
    private readonly context: Context,
    private readonly layout: Layout,
    private readonly weights: Weights,
    private readonly training: { readonly inputs: Float32Array; readonly source: () => Sheet },
  ) {
    this.slab = slabOf(layout);
    this.forward = new LayerPasses(context, layout, 'forward');
    this.output = context.acquire(outputShader(layout));
    this.readers = {
      outputs: context.acquire(resultShader(layout, 'outputs')),
      all: context.acquire(resultShader(layout, 'all')),
    };
  }

  get programs(): Program[] {
    return [...this.forward.programs, this.output, this.readers.outputs, this.readers.all];
  }

  /** [unit][point] for `points` > 0 rows of `inputs` [point][feature]. Needs a burst. */
  run(inputs: Float32Array, points: number, wanted: Wanted): Float32Array {
    const { context, layout, slab } = this;
    const units = wanted === 'all' ? layout.plan.unitCount : layout.output.units;
    const evaluated = this.evaluatedFor(inputs, points);
    const workspace = this.roomFor(Math.min(points, slab));
    const { sheet, target } = this.resultFor(evaluated, wanted, units, points);
    workspace.bind();
    context.bind('source', evaluated.source);
    this.weights.bind();
    for (let first = 0, line = 0; first < points; first += slab, line += units) {
      const count = Math.min(slab, points - first);
      this.propagate(workspace, evaluated.source, first, count, wanted);
      const reader = context.use(this.readers[wanted === 'all' ? 'all' : 'outputs']);
      workspace.place(reader, count).setInt('firstLine', line);
      reader.setInt('resultShift', sheet.shift).setInt('resultRows', sheet.rows);
      context.draw(target, line * sheet.rows, units * sheet.rows);
    }
    return this.ordered(context.readRows(target, sheet.height), sheet, units, points);
  }

  dispose(): void {
    this.forward.dispose();
    for (const program of [this.output, ...Object.values(this.readers)]) this.context.release(program);
    for (const inputs of [...this.kept.keys()]) this.drop(inputs);
    this.workspace?.dispose();
  }

  private propagate(
    workspace: Workspace,
    source: Sheet,
    offset: number,
    points: number,
    wanted: Wanted,
  ): void {
    const { context, output } = this;
    const place = (program: Program) => {
      workspace.place(program, points).setInt('offset', offset);
      program.setInt('sourceShift', source.shift).setInt('sourceRows', source.rows);
    };
    this.forward.run(workspace, points, place);
    place(context.use(output));
    output.setInt('asLogits', wanted === 'logits' ? 1 : 0);
    const layer = this.layout.output;
    drawLayer(context, workspace, workspace.forward[layer.side], layer, points);
  }

  /** Lines of slabs of four points a texel → [unit][point]. */
  private ordered(values: Float32Array, sheet: Sheet, units: number, points: number): Float32Array {
    const { slab } = this;
    const lineFloats = sheet.rows * sheet.width * 4;
    const ordered = new Float32Array(units * points);
    for (let first = 0, line = 0; first < points; first += slab) {
      const count = Math.min(slab, points - first);
      for (let unit = 0; unit < units; unit++, line++) {
        const from = line * lineFloats;
        ordered.set(values.subarray(from, from + count), unit * points + first);
      }
    }
    return ordered;
  }

  private evaluatedFor(inputs: Float32Array, points: number): Evaluated {
    const known = this.kept.get(inputs);
    if (known) return known;
    const oldest = this.kept.keys().next().value;
    if (this.kept.size >= keptInputs && oldest) this.drop(oldest);
    const source = inputs === this.training.inputs ? this.training.source() : this.uploaded(inputs, points);
    const evaluated = { source, results: new Map<Wanted, Result>() };
    this.kept.set(inputs, evaluated);
    return evaluated;
  }

  private uploaded(inputs: Float32Array, points: number): Sheet {
    const width = this.layout.plan.inputs;
    const groups = groupsOf(width);
    const fold = foldFor(points, groups);
    const values = new Float32Array(fold.rows * 2 ** fold.shift * groups * 4);
    packRows(inputs, points, width, values, fold);
    const sheet = this.context.createSheet(fold, groups);
    this.context.upload(sheet, values);
    return sheet;
  }

  private resultFor({ results }: Evaluated, wanted: Wanted, units: number, points: number): Result {
    return once(results, wanted, () => {
      const lines = units * Math.ceil(points / this.slab);
      const texels = Math.ceil(Math.min(points, this.slab) / 4);
      const sheet = this.context.createSheet(foldFor(texels, lines), lines);
      return { sheet, target: this.context.createTarget([sheet]) };
    });
  }

  private roomFor(points: number): Workspace {
    if (this.workspace && this.workspace.capacity >= points) return this.workspace;
    this.workspace?.dispose();
    this.workspace = new Workspace(this.context, this.layout, points, 'evaluation');
    return this.workspace;
  }

  private drop(inputs: Float32Array): void {
    const { source, results } = this.kept.get(inputs)!;
    this.kept.delete(inputs);
    if (inputs !== this.training.inputs) this.context.deleteSheet(source);
    for (const { sheet, target } of results.values()) {
      this.context.deleteSheet(sheet);
      this.context.deleteTarget(target);
    }
  }
}
