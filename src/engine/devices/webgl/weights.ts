/**
 * Weights and optimiser slots on the GPU, twice: an update reads one set and draws the other. Owns its textures. Knows nothing of
 * the rules that change them.
 */
import type { DeviceState } from '../device';
import type { Context, Target } from './context';
import { stateShader } from './dataShaders';
import { type Layout, padded, unpadded } from './layout';
import type { Program } from './program';
import type { Sheet } from './sheet';

interface StateSet {
  /** Weights, then the slots. */
  readonly sheets: readonly Sheet[];
  readonly target: Target;
}

interface Storage {
  readonly sets: readonly [StateSet, StateSet];
  /** Where all arrays are put together to be read at once. */
  readonly joined: Sheet;
  readonly joinedTarget: Target;
  readonly reader: Program;
}

const slotUnits = ['slot0', 'slot1'] as const;

export class Weights {
  private storage: Storage | undefined;
  private current: 0 | 1 = 0;
  private updates = 0;

  constructor(
    private readonly context: Context,
    private readonly layout: Layout,
  ) {}

  get optimizerUpdates(): number {
    return this.updates;
  }

  /** Of weights and slots together. */
  get arrays(): number {
    return this.storage?.sets[0].sheets.length ?? 0;
  }

  write({ parameters, slots, optimizerUpdates }: DeviceState): void {
    if (this.arrays !== 1 + slots.length) {
      this.dispose();
      this.storage = this.allocate(1 + slots.length);
    }
    this.current = 0;
    this.updates = optimizerUpdates;
    [parameters, ...slots].forEach((values, k) => {
      this.context.upload(this.stored.sets[0].sheets[k]!, padded(this.layout, values));
    });
  }

  /** Needs a burst. */
  read(): DeviceState {
    const { context, layout } = this;
    const { joined, joinedTarget, reader } = this.stored;
    context.use(reader);
    this.bind();
    this.bindSlots();
    context.draw(joinedTarget, 0, joined.height);
    const values = context.readRows(joinedTarget, joined.height);
    const each = values.length / this.arrays;
    const [parameters, ...slots] = Array.from({ length: this.arrays }, (_, k) =>
      unpadded(layout, values.subarray(k * each, (k + 1) * each)),
    );
    return { parameters: parameters!, slots, optimizerUpdates: this.updates };
  }

  bind(): void {
    this.context.bind('weights', this.stored.sets[this.current].sheets[0]!);
  }

  bindSlots(): void {
    const { sheets } = this.stored.sets[this.current];
    for (let k = 1; k < sheets.length; k++) this.context.bind(slotUnits[k - 1]!, sheets[k]!);
  }

  /** Runs the program in use over all texels, and takes what it draws for the state from now on. */
  advance(): void {
    const next = this.current === 0 ? 1 : 0;
    this.context.draw(this.stored.sets[next].target, 0, this.layout.weightFold.rows);
    this.current = next;
    this.updates += 1;
  }

  dispose(): void {
    if (!this.storage) return;
    const { sets, joined, joinedTarget, reader } = this.storage;
    for (const sheet of [...sets.flatMap(({ sheets }) => sheets), joined]) this.context.deleteSheet(sheet);
    for (const target of [...sets.map((set) => set.target), joinedTarget]) this.context.deleteTarget(target);
    this.context.release(reader);
    this.storage = undefined;
  }

  private get stored(): Storage {
    if (!this.storage) throw new RangeError('the state has not been written yet');
    return this.storage;
  }

  private allocate(arrays: number): Storage {
    const { context, layout } = this;
    const set = (): StateSet => {
      const sheets = Array.from({ length: arrays }, () => context.createSheet(layout.weightFold, 1));
      return { sheets, target: context.createTarget(sheets) };
    };
    const joined = context.createSheet(layout.weightFold, arrays);
    return {
      sets: [set(), set()],
      joined,
      joinedTarget: context.createTarget([joined]),
      reader: context.acquire(stateShader(layout, arrays - 1)),
    };
  }
}
