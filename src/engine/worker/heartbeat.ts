/**
 * Whether a worker still answers. While it works, or owes an answer, it is asked for a sign of life four times a second. Counted is only
 * silence during which the timers of the page ran on time: in a hidden tab, on a machine that was suspended and under a page that is
 * busy itself they do not, and an answer may lie in the queue unread. Knows neither the worker nor what is said about it.
 */
import type { Ping, Sign, Silence } from './protocol';

/** Between two looks, in ms. */
export const lookMs = 250;
/** A look that comes later than this after the one before proves nothing, in ms. */
const lateMs = 2 * lookMs;
/** Silence in ms after which it is said. */
export const silentMs = 2000;
/**
 * Silence in ms after which the worker is given up. A worker looks up every 100 ms (see `LookUp`), so that even a machine that is
 * fifty times slower than it should be is waited for.
 */
export const goneMs = 5000;
/** The same after it has said that something long begins which nothing can interrupt: the shaders of a large network, say. */
export const longGoneMs = 60_000;

export interface HeartbeatPorts {
  nowMs(): number;
  /** Calls `look` about every so many ms; answers how to end that. */
  every(ms: number, look: () => void): () => void;
  /** Asks the worker for a sign of life. */
  ask(ping: Ping): void;
  /** Called when it falls silent or speaks again, which is null. */
  onSilence(silence: Silence | null): void;
  /** The worker is given up; nothing more is asked. */
  onGone(): void;
}

export class Heartbeat {
  /** null while nothing is to be expected. */
  private endLooks: (() => void) | null = null;
  private lookedAt = 0;
  /** A question is under way. */
  private isAsked = false;
  /** Something is to be expected: the next look asks. */
  private isDue = false;
  private silence: Silence | null = null;
  private silentForMs = 0;
  /** It has not spoken at all yet: its program may still be loading, which may take any time. */
  private isStarting = true;
  private isLong = false;

  constructor(private readonly ports: HeartbeatPorts) {
    this.expect();
  }

  /** The page has told the worker something. */
  expect(): void {
    this.isDue = true;
    if (this.endLooks) return;
    this.lookedAt = this.ports.nowMs();
    this.endLooks = this.ports.every(lookMs, () => this.look());
  }

  /** The worker has said something: a sign of life, or anything else. */
  hear(sign: Sign | null): void {
    this.isStarting = false;
    this.isLong = sign?.doing === 'long';
    this.silentForMs = 0;
    this.tell(null);
    if (sign?.isAnswer) this.isAsked = false;
    if (sign?.doing !== 'nothing') this.expect();
  }

  /** No more looks. */
  stop(): void {
    this.endLooks?.();
    this.endLooks = null;
  }

  private look(): void {
    const now = this.ports.nowMs();
    const elapsedMs = now - this.lookedAt;
    this.lookedAt = now;
    if (this.isAsked) {
      if (elapsedMs <= lateMs) this.count(elapsedMs);
    } else if (this.isDue) {
      this.isDue = false;
      this.isAsked = true;
      this.silentForMs = 0;
      this.ports.ask({ type: 'ping' });
    } else this.stop();
  }

  private count(elapsedMs: number): void {
    this.silentForMs += elapsedMs;
    const mostMs = this.isLong ? longGoneMs : goneMs;
    if (!this.isStarting && this.silentForMs >= mostMs) {
      this.stop();
      this.tell(null);
      this.ports.onGone();
    } else if (this.silentForMs >= silentMs) this.tell(this.kind);
  }

  private get kind(): Silence {
    if (this.isStarting) return 'starting';
    return this.isLong ? 'long' : 'silent';
  }

  private tell(silence: Silence | null): void {
    if (silence === this.silence) return;
    this.silence = silence;
    this.ports.onSilence(silence);
  }
}
