/** What a session of the worker gets from outside: a way to answer, a clock, and waiting. */
import type { FromWorker } from './protocol';

export interface SessionPorts<Message = FromWorker> {
  post(message: Message): void;
  nowMs(): number;
  /** Lets messages in; resolves after `ms`, or at once after those waiting for 0. */
  pause(ms: number): Promise<void>;
  /** Called before what nothing can interrupt and may take many seconds. */
  announce?(): void;
}
