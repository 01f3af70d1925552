/**
 * The loop of a session: one turn after another while there is work, with a pause after each that lets messages in. A fault in a turn
 * is reported and does not end the loop.
 */
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

export class TurnLoop {
  private isRunning = false;

  constructor(
    private readonly ports: Pick<SessionPorts, 'pause'>,
    private readonly turns: Turns,
  ) {}

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
        this.turns.onFault(error);
      }
      await this.ports.pause(0);
    }
    this.isRunning = false;
    this.turns.onIdle?.();
  }
}
