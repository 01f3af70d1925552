/**
 * What a network computes on the way for up to `capacity` points at once: activations, and for training their slopes and ∂L/∂z.
 * [group][point], even and odd layers apart. Owns its textures.
 */
import type { Context, Target } from './context';
import type { LayerLayout, Layout } from './layout';
import type { Program } from './program';
import { type Fold, foldFor, rowsFor, type Sheet } from './sheet';

/** Texels a texture of a workspace may have; larger batches are done in slabs. It bounds memory and the length of a draw. */
const mostTexels = 2 ** 18;

/** Fewer points than these leave a GPU idle in tiles. */
const tiledPoints = 64;

type Pair<T> = readonly [T, T];

/** Points that are done at once; a property of the network, so that the sums of a batch are always split alike. */
export function slabOf({ sideGroups }: Layout): number {
  return Math.max(256, 2 ** Math.floor(Math.log2(mostTexels / Math.max(...sideGroups))));
}

export class Workspace {
  readonly fold: Fold;
  readonly forward: Pair<Target>;
  readonly backward: Pair<Target> | null;
  /** Activations of both sides, then ∂L/∂z of both. */
  readonly whole: Target | null;
  /** Products of wide layers; see `tileShaders`. */
  private readonly tiles: { readonly stack: Sheet; readonly target: Target } | null;
  private readonly tileRows: number;
  private readonly activations: Pair<Sheet>;
  private readonly slopes: Pair<Sheet> | null = null;
  private readonly deltas: Pair<Sheet> | null = null;

  constructor(
    private readonly context: Context,
    layout: Layout,
    readonly capacity: number,
    use: 'training' | 'evaluation',
  ) {
    this.fold = foldFor(capacity, Math.max(...layout.sideGroups));
    // All of one size, as WebGL wants it of textures that are drawn to together.
    const sheet = () => context.createSheet(this.fold, Math.max(...layout.sideGroups));
    const pair = (): Pair<Sheet> => [sheet(), sheet()];
    this.tileRows = Math.ceil(this.fold.rows / 4);
    this.tiles = layout.layers.some(({ isWide }) => isWide) ? this.createTiles(layout) : null;
    const activations = pair();
    this.activations = activations;
    if (use === 'training') {
      const [slopes, deltas] = [pair(), pair()];
      [this.slopes, this.deltas] = [slopes, deltas];
      this.forward = [0, 1].map((k) => context.createTarget([activations[k]!, slopes[k]!])) as [
        Target,
        Target,
      ];
      this.backward = deltas.map((delta) => context.createTarget([delta])) as [Target, Target];
      this.whole = context.createTarget([...activations, ...deltas]);
    } else {
      // Output 1 of the forward passes, the slopes, goes nowhere.
      this.forward = activations.map((values) => context.createTarget([values, null])) as [Target, Target];
      this.backward = null;
      this.whole = null;
    }
  }

  /** Binds everything at its unit. A pass must not sample what it draws to, which the shaders see to. */
  bind(): void {
    const { context, activations, slopes, deltas } = this;
    context.bind('activations0', activations[0]);
    context.bind('activations1', activations[1]);
    if (slopes) {
      context.bind('slopes0', slopes[0]);
      context.bind('slopes1', slopes[1]);
    }
    if (deltas) {
      context.bind('deltas0', deltas[0]);
      context.bind('deltas1', deltas[1]);
    }
  }

  /** Whether products over this many points are made in tiles where a layer is wide. */
  tiled(points: number): boolean {
    return this.tiles !== null && points >= tiledPoints;
  }

  /** Runs a pass that multiplies in tiles, over the points that `program` was told, and binds its results. */
  drawTiles(program: Program, points: number, { tileColumns }: LayerLayout): void {
    const { context, tileRows, tiles } = this;
    const quarter = this.quarter(points);
    program.setInt('quarter', quarter).setInt('tileRows', tileRows);
    context.draw(tiles!.target, 0, (tileColumns - 1) * tileRows + quarter);
    context.bind('tiles', tiles!.stack);
  }

  /** Tells the program in use where to find them. */
  placeTiles(program: Program, points: number): Program {
    return program.setInt('quarter', this.quarter(points)).setInt('tileRows', this.tileRows);
  }

  /** Tells the program in use where things are. */
  place(program: Program, points: number): Program {
    return program.setInt('n', points).setInt('shift', this.fold.shift).setInt('rows', this.fold.rows);
  }

  dispose(): void {
    const sheets = [this.activations, this.slopes, this.deltas].flatMap((pair) => pair ?? []);
    if (this.tiles) sheets.push(this.tiles.stack);
    for (const sheet of sheets) this.context.deleteSheet(sheet);
    const targets = [...this.forward, ...(this.backward ?? []), this.whole, this.tiles?.target];
    for (const target of targets) if (target) this.context.deleteTarget(target);
  }

  private quarter(points: number): number {
    return Math.ceil(rowsFor(points, this.fold) / 4);
  }

  private createTiles({ layers, tileGroups }: Layout) {
    const columns = Math.max(...layers.map(({ tileColumns }) => tileColumns));
    const fold = { shift: this.fold.shift, rows: this.tileRows };
    const stack = this.context.createStack(fold, columns, 4 * tileGroups);
    return { stack, target: this.context.createTarget(stack) };
  }
}
