/**
 * The loop of a session: one turn after another while there is work, with a pause after each that lets messages in. A fault in a turn
 * is reported and does not end the loop; a turn that was interrupted is over.
 */
import { Interrupted } from '../devices/device';
import type { SessionPorts } from './sessionPorts';

export interface Turns {
  /** Whether there is something to do now. */
  hasWork(): boolean;
  /** Does the next thing; a few tens of milliseconds at most. */
  turn(): Promise<void>;
  onFault(error: unknown): void;
  /** Nothing is left to do. */
  onIdle?(): void;
}

/** In a turn that takes longer, messages are let in about this often, in ms. */
const lookUpMs = 25;

export class TurnLoop {
  private isRunning = false;
  private lookedUpAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly ports: Pick<SessionPorts, 'nowMs' | 'pause'>,
    private readonly turns: Turns,
  ) {}

  /** Lets messages in within a turn, if the last ones were let in a while ago; rejects with `Interrupted` where `isUnwanted` then says so. */
  async lookUp(isUnwanted: () => boolean): Promise<void> {
    if (this.ports.nowMs() - this.lookedUpAt < lookUpMs) return;
    await this.ports.pause(0);
    this.lookedUpAt = this.ports.nowMs();
    if (isUnwanted()) throw new Interrupted();
  }

  get isAtWork(): boolean {
    return this.isRunning;
  }

  /** Starts the loop where it rests; to be called after everything that can make work. */
  wake(): void {
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    // Asked without waiting in between, so that no message falls between the last turn and the end of the loop.
    while (this.turns.hasWork()) {
      try {
        await this.turns.turn();
      } catch (error) {
        if (!(error instanceof Interrupted)) this.turns.onFault(error);
      }
      await this.ports.pause(0);
    }
    this.isRunning = false;
    this.turns.onIdle?.();
  }
}
