/** One update of the weights as draws: forward and backward layer by layer, slab by slab, then the gradient and the step. */
import type { DeviceJob, UpdateSettings, Updates } from '../device';
import type { Context } from './context';
import { GradientPasses } from './gradientPasses';
import { deltaShader } from './headShaders';
import { type BindPoints, drawLayer, LayerPasses } from './layerPasses';
import type { Layout } from './layout';
import { placeLoss } from './lossText';
import type { Program } from './program';
import { TrainingData } from './trainingData';
import type { Weights } from './weights';
import { isTiny, takesWhole, wholeLines, wholeShader } from './wholeShader';
import { slabOf, Workspace } from './workspace';

export class UpdatePasses {
  private readonly slab: number;
  private readonly data: TrainingData;
  private readonly gradient: GradientPasses;
  private readonly forward: LayerPasses;
  private readonly delta: Program;
  /** All of these in one, for tiny networks. */
  private readonly whole: Program | null;
  private readonly backward: LayerPasses;
  private workspace: Workspace | undefined;

  constructor(
    private readonly context: Context,
    private readonly layout: Layout,
    private readonly weights: Weights,
    private readonly job: DeviceJob,
  ) {
    this.slab = slabOf(layout);
    this.data = new TrainingData(context, job);
    this.gradient = new GradientPasses(context, layout, weights);
    this.forward = new LayerPasses(context, layout, 'forward');
    this.delta = context.acquire(deltaShader(layout, job.loss.id));
    this.whole = isTiny(layout) ? context.acquire(wholeShader(layout, job.loss.id)) : null;
    this.backward = new LayerPasses(context, layout, 'backward');
  }

  get programs(): Program[] {
    const { data, gradient, forward, backward } = this;
    return [
      ...data.programs,
      ...forward.programs,
      ...this.passes,
      ...backward.programs,
      ...gradient.programs,
    ];
  }

  private get passes(): Program[] {
    return this.whole ? [this.delta, this.whole] : [this.delta];
  }

  /** The training points, whose inputs begin every line. */
  get source() {
    return this.data.source;
  }

  /** Starts compiling what a batch of `points` needs with this tuning. */
  prepare(tuning: UpdateSettings, points: number): void {
    this.gradient.prepare(tuning, points);
  }

  /** Needs a burst. */
  run(updates: Updates, tuning: UpdateSettings): void {
    const { order, starts, ends, learningRates } = updates;
    if (ends.length === 0) return;
    const sizes = ends.map((end, k) => end - starts[k]!);
    const largest = sizes.reduce((a, b) => Math.max(a, b));
    for (const size of new Set(sizes)) this.prepare(tuning, size);
    this.gradient.freeze(tuning.frozen);
    const workspace = this.roomFor(Math.min(largest, this.slab));
    for (const piece of this.data.pieces(updates)) {
      this.data.arrange(order, piece);
      workspace.bind();
      this.data.bind();
      for (let k = piece.first; k < piece.last; k++) {
        this.update(workspace, sizes[k]!, starts[k]! - piece.start, learningRates[k]!, tuning);
      }
    }
  }

  dispose(): void {
    this.forward.dispose();
    for (const program of this.passes) this.context.release(program);
    this.backward.dispose();
    this.data.dispose();
    this.gradient.dispose();
    this.workspace?.dispose();
  }

  private update(
    workspace: Workspace,
    batch: number,
    offset: number,
    learningRate: number,
    tuning: UpdateSettings,
  ): void {
    const { gradient, slab } = this;
    this.weights.bind();
    for (let first = 0; first < batch; first += slab) {
      const points = Math.min(slab, batch - first);
      const place = (program: Program) => this.place(workspace, program, points, offset + first);
      this.propagate(workspace, points, place);
      if (gradient.chunked(batch)) gradient.sumSlab(batch, first, place);
    }
    gradient.step(batch, learningRate, tuning, (program) => this.place(workspace, program, batch, offset));
  }

  private place(workspace: Workspace, program: Program, points: number, offset: number): void {
    workspace.place(program, points);
    this.data.place(program, offset);
  }

  /** Activations, slopes and ∂L/∂z of every layer for one slab. */
  private propagate(workspace: Workspace, points: number, place: BindPoints): void {
    const { context, layout, delta, whole, job } = this;
    const { output } = layout;
    if (whole && takesWhole(layout, points)) {
      place(context.use(whole));
      placeLoss(whole, job.loss);
      context.draw(workspace.whole!, 0, wholeLines(layout) * workspace.fold.rows);
      return;
    }
    this.forward.run(workspace, points, place);
    place(context.use(delta));
    placeLoss(delta, job.loss);
    drawLayer(context, workspace, workspace.backward![output.side], output, points);
    this.backward.run(workspace, points, place);
  }

  private roomFor(points: number): Workspace {
    if (this.workspace && this.workspace.capacity >= points) return this.workspace;
    this.workspace?.dispose();
    this.workspace = new Workspace(this.context, this.layout, points, 'training');
    return this.workspace;
  }
}
