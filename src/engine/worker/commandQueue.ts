/**
 * The commands that wait for their turn, in order. Where only the latest of several counts, one that follows another of its kind takes
 * its place: a dragged slider or a zoom gives more of them than a run can follow.
 */
import type { Command } from './protocol';

const latestWins: ReadonlySet<Command['type']> = new Set(['retune', 'seek', 'device', 'watch']);

export class CommandQueue {
  private waiting: Command[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  add(command: Command): void {
    // Only a neighbour gives way: a step between two settings is made with the first of them.
    if (this.waiting.at(-1)?.type === command.type && latestWins.has(command.type)) this.waiting.pop();
    this.waiting.push(command);
  }

  get next(): Command | undefined {
    return this.waiting[0];
  }

  /** Puts a command behind the next one. */
  addSecond(command: Command): void {
    this.waiting.splice(1, 0, command);
  }

  take(): Command | undefined {
    return this.waiting.shift();
  }

  clear(): void {
    this.waiting = [];
  }
}
