/**
 * The passes of the hidden layers, forward and backward: one draw a layer, or for wide layers and many points the product in tiles
 * and what follows it.
 */
import type { Context, Target } from './context';
import { backwardShader, forwardShader } from './layerShaders';
import type { LayerLayout, Layout } from './layout';
import type { Program } from './program';
import { rowsFor } from './sheet';
import { backwardTileShader, forwardTileShader } from './tileShaders';
import type { Workspace } from './workspace';

/** Tells the program in use where its points are. */
export type BindPoints = (program: Program) => void;

interface LayerPrograms {
  readonly layer: LayerLayout;
  readonly inline: Program;
  /** The product, then what is done to it. */
  readonly tiled: readonly [Program, Program] | null;
}

export class LayerPasses {
  private readonly layers: readonly LayerPrograms[];

  constructor(
    private readonly context: Context,
    layout: Layout,
    private readonly direction: 'forward' | 'backward',
  ) {
    const isForward = direction === 'forward';
    const [shader, tileShader] = isForward
      ? [forwardShader, forwardTileShader]
      : [backwardShader, backwardTileShader];
    this.layers = layout.layers.slice(0, -1).map((layer) => {
      const isWide = isForward ? layer.isWide : layout.layers[layer.index + 1]!.isWide;
      return {
        layer,
        inline: context.acquire(shader(layout, layer, 'inline')),
        tiled: isWide
          ? [context.acquire(tileShader(layout, layer)), context.acquire(shader(layout, layer, 'tiled'))]
          : null,
      };
    });
    if (!isForward) this.layers = this.layers.toReversed();
  }

  get programs(): Program[] {
    return this.layers.flatMap(({ inline, tiled }) => [inline, ...(tiled ?? [])]);
  }

  run(workspace: Workspace, points: number, place: BindPoints): void {
    const { context } = this;
    for (const { layer, inline, tiled } of this.layers) {
      let program = inline;
      if (tiled && workspace.tiled(points)) {
        place(context.use(tiled[0]));
        workspace.drawTiles(tiled[0], points, layer);
        program = workspace.placeTiles(context.use(tiled[1]), points);
      }
      place(context.use(program));
      drawLayer(context, workspace, workspace[this.direction]![layer.side], layer, points);
    }
  }

  dispose(): void {
    for (const program of this.programs) this.context.release(program);
  }
}

/** Runs the program in use over the units of a layer at `points` points. */
export function drawLayer(
  context: Context,
  { fold }: Workspace,
  target: Target,
  { firstGroup, groups }: LayerLayout,
  points: number,
): void {
  // The last line may end early.
  context.draw(target, firstGroup * fold.rows, (groups - 1) * fold.rows + rowsFor(points, fold));
}
