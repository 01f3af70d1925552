/**
 * The training points on the GPU, and the points of coming batches in their order: the permutation is uploaded and applied once for
 * many updates, so that an update only needs to know where it begins. Lines [group][point]: inputs, then targets. Owns its textures.
 */
import type { DeviceJob, Updates } from '../device';
import type { Context, Target } from './context';
import { gatherShader, orderShift } from './dataShaders';
import { groupsOf, packRows } from './layout';
import type { Program } from './program';
import { foldFor, type Sheet } from './sheet';

/** Texels of points put into order at once, unless one batch is more. */
const gatheredTexels = 2 ** 20;

interface Gathered {
  readonly capacity: number;
  readonly sheet: Sheet;
  readonly target: Target;
  readonly order: Sheet;
}

/** Updates `first` to before `last`, whose points begin at `start` in the order. */
export interface Piece {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  /** After the last point. */
  readonly end: number;
}

export class TrainingData {
  private readonly groups: number;
  private readonly gather: Program;
  private all: Sheet | undefined;
  private gathered: Gathered | undefined;
  private current: Sheet | undefined;
  /** The order of whole batches that `current` has. */
  private keptOrder: Uint32Array | null = null;

  constructor(
    private readonly context: Context,
    private readonly job: DeviceJob,
  ) {
    this.groups = groupsOf(job.network.inputs) + groupsOf(job.network.outputs);
    this.gather = context.acquire(gatherShader);
  }

  get programs(): readonly Program[] {
    return [this.gather];
  }

  /** All points as they are; the inputs come first. */
  get source(): Sheet {
    if (this.all) return this.all;
    const { inputs, targets, points, network } = this.job;
    const fold = foldFor(points, this.groups);
    const values = new Float32Array(fold.rows * 2 ** fold.shift * this.groups * 4);
    packRows(inputs, points, network.inputs, values, fold);
    packRows(targets, points, network.outputs, values, fold, groupsOf(network.inputs));
    this.all = this.context.createSheet(fold, this.groups);
    this.context.upload(this.all, values);
    return this.all;
  }

  /** Splits updates into runs of which all points can be put into order at once. */
  pieces({ starts, ends }: Updates): Piece[] {
    const room = Math.max(1024, Math.floor(gatheredTexels / this.groups));
    const pieces: Piece[] = [];
    let [first, start, end] = [0, starts[0]!, ends[0]!];
    for (let k = 1; k < ends.length; k++) {
      const [from, to] = [Math.min(start, starts[k]!), Math.max(end, ends[k]!)];
      if (to - from <= room) {
        [start, end] = [from, to];
      } else {
        pieces.push({ first, last: k, start, end });
        [first, start, end] = [k, starts[k]!, ends[k]!];
      }
    }
    pieces.push({ first, last: ends.length, start, end });
    return pieces;
  }

  /** Puts the points of a piece into order, so that its point `start` is the first of the source. Needs a burst. */
  arrange(order: Uint32Array, { start, end }: Piece): void {
    const isWhole = start === 0 && end === this.job.points && end === order.length;
    if (isWhole && order === this.keptOrder) return;
    this.keptOrder = isWhole ? order : null;
    if (isWhole && order.every((index, i) => index === i)) {
      this.current = this.source;
      return;
    }
    const { context, source, groups } = this;
    const { sheet, target, order: indices } = this.roomFor(end - start);
    context.upload(indices, order.subarray(start, end));
    const program = context.use(this.gather).setInt('n', end - start);
    program.setInt('shift', sheet.shift).setInt('rows', sheet.rows);
    program.setInt('sourceShift', source.shift).setInt('sourceRows', source.rows);
    context.bind('source', source);
    context.bind('order', indices);
    context.draw(target, 0, sheet.rows * groups);
    this.current = sheet;
  }

  bind(): void {
    this.context.bind('source', this.arranged);
  }

  /** Tells the program in use where the points of a batch begin. */
  place(program: Program, offset: number): Program {
    const { shift, rows } = this.arranged;
    return program.setInt('offset', offset).setInt('sourceShift', shift).setInt('sourceRows', rows);
  }

  dispose(): void {
    if (this.all) this.context.deleteSheet(this.all);
    this.dropGathered();
    this.context.release(this.gather);
  }

  private get arranged(): Sheet {
    if (!this.current) throw new RangeError('no batch has been arranged');
    return this.current;
  }

  private roomFor(points: number): Gathered {
    if (this.gathered && this.gathered.capacity >= points) return this.gathered;
    this.dropGathered();
    const capacity = 2 ** Math.ceil(Math.log2(points));
    const sheet = this.context.createSheet(foldFor(capacity, this.groups), this.groups);
    const rows = Math.ceil(capacity / 2 ** orderShift);
    this.gathered = {
      capacity,
      sheet,
      target: this.context.createTarget([sheet]),
      order: this.context.createSheet({ shift: orderShift, rows }, 1, 'index'),
    };
    return this.gathered;
  }

  private dropGathered(): void {
    if (!this.gathered) return;
    const { sheet, target, order } = this.gathered;
    this.context.deleteSheet(sheet);
    this.context.deleteSheet(order);
    this.context.deleteTarget(target);
    this.gathered = undefined;
  }
}
