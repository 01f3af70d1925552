import { describe, expect, it } from 'vitest';
import { goneMs, Heartbeat, longGoneMs, lookMs, silentMs } from './heartbeat';
import type { Sign, Silence } from './protocol';

const working: Sign = { type: 'sign', doing: 'work', isAnswer: true };
const resting: Sign = { type: 'sign', doing: 'nothing', isAnswer: true };
const long: Sign = { type: 'sign', doing: 'long', isAnswer: false };

/** A worker that answers with `answer` as long as there is one, on a clock of its own, and what its heartbeat has said. */
class Watched {
  asked = 0;
  readonly said: (Silence | null | 'gone')[] = [];
  readonly heartbeat: Heartbeat;
  private nowMs = 0;
  private look: (() => void) | null = null;

  constructor(public answer: Sign | null) {
    this.heartbeat = new Heartbeat({
      nowMs: () => this.nowMs,
      every: (_, look) => {
        this.look = look;
        return () => {
          this.look = null;
        };
      },
      ask: () => {
        this.asked += 1;
        if (this.answer) this.heartbeat.hear(this.answer);
      },
      onSilence: (silence) => this.said.push(silence),
      onGone: () => this.said.push('gone'),
    });
  }

  get isLeftAlone(): boolean {
    return this.look === null;
  }

  /** Time goes by; the page's timers come every `everyMs`. */
  pass(ms: number, everyMs = lookMs): void {
    for (const end = this.nowMs + ms; this.nowMs + everyMs <= end; ) {
      this.nowMs += everyMs;
      this.look?.();
    }
  }
}

/** A worker that has worked, has said `last` and owes an answer from now on. */
function fallenSilent(last: Sign | null = null): Watched {
  const worker = new Watched(working);
  worker.pass(4 * lookMs);
  worker.answer = null;
  worker.pass(lookMs);
  worker.heartbeat.hear(last);
  return worker;
}

describe('a worker that works', () => {
  it('is asked again and again, and nothing is said of it', () => {
    const worker = new Watched(working);
    worker.pass(10 * goneMs);
    expect(worker.said).toEqual([]);
    expect(worker.asked).toBe((10 * goneMs) / lookMs);
  });

  it('is left alone as soon as it rests, until the page tells it something', () => {
    const worker = new Watched(resting);
    worker.pass(goneMs);
    expect(worker.asked).toBe(1);
    expect(worker.isLeftAlone).toBe(true);
    worker.heartbeat.expect();
    worker.pass(goneMs);
    expect(worker.asked).toBe(2);
    expect(worker.isLeftAlone).toBe(true);
  });

  it('and no longer hears what it is told is noticed', () => {
    const worker = new Watched(resting);
    worker.pass(goneMs);
    worker.answer = null;
    worker.heartbeat.expect();
    worker.pass(2 * goneMs);
    expect(worker.said).toEqual(['silent', null, 'gone']);
  });
});

describe('silence', () => {
  it('is said after two seconds and ends the worker after five', () => {
    const worker = fallenSilent();
    worker.pass(silentMs - lookMs);
    expect(worker.said).toEqual([]);
    worker.pass(lookMs);
    expect(worker.said).toEqual(['silent']);
    worker.pass(goneMs - silentMs - lookMs);
    expect(worker.said).toEqual(['silent']);
    worker.pass(lookMs);
    expect(worker.said).toEqual(['silent', null, 'gone']);
    expect(worker.isLeftAlone).toBe(true);
  });

  it('that ends in time is taken back', () => {
    const worker = fallenSilent();
    worker.pass(goneMs - lookMs);
    worker.answer = working;
    worker.heartbeat.hear(working);
    worker.pass(10 * goneMs);
    expect(worker.said).toEqual(['silent', null]);
  });

  it('is broken by whatever the worker says, though it owes an answer', () => {
    const worker = fallenSilent();
    for (let seconds = 0; seconds < 20; seconds++) {
      worker.pass(1000);
      worker.heartbeat.hear(null);
    }
    expect(worker.said).toEqual([]);
  });

  it.each([
    ['in a hidden tab, whose timers come once a second', 1000],
    ['in a tab that was hidden for long, whose timers come once a minute', 60_000],
    ['on a machine that was suspended for a night', 8 * 3_600_000],
  ])('does not count %s', (_, everyMs) => {
    const worker = fallenSilent();
    worker.pass(goneMs - silentMs);
    worker.pass(40 * everyMs, everyMs);
    expect(worker.said.filter((said) => said !== 'silent')).toEqual([]);
  });

  it('does not count while the page is busy itself', () => {
    const worker = fallenSilent();
    worker.pass(100 * 3 * lookMs, 3 * lookMs);
    expect(worker.said).toEqual([]);
    worker.pass(goneMs);
    expect(worker.said).toEqual(['silent', null, 'gone']);
  });

  it('before the first word is no reason to end it, however long its program takes to come', () => {
    const worker = new Watched(null);
    worker.pass(10 * longGoneMs);
    expect(worker.said).toEqual(['starting']);
    worker.answer = working;
    worker.heartbeat.hear(working);
    worker.pass(10 * lookMs);
    expect(worker.said).toEqual(['starting', null]);
  });

  it('that was announced is waited for much longer, but not for ever', () => {
    const worker = fallenSilent(long);
    worker.pass(longGoneMs - lookMs);
    expect(worker.said).toEqual(['long']);
    worker.pass(lookMs);
    expect(worker.said).toEqual(['long', null, 'gone']);
  });

  it('counts as usual again once what was announced is over', () => {
    const worker = fallenSilent(long);
    worker.heartbeat.hear(null);
    worker.pass(goneMs);
    expect(worker.said).toEqual(['silent', null, 'gone']);
  });
});
