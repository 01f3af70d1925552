import { expect, it } from 'vitest';
import { inFrame, inNextFrame, notInFrame } from './frames';

const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Keeps the page's thread for about `ms`. */
function keepBusy(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

it('runs what was asked for once, however often it was asked', async () => {
  let runs = 0;
  const work = () => {
    runs += 1;
  };
  for (let k = 0; k < 3; k++) inFrame(work);
  for (let k = 0; k < 3; k++) await frame();
  expect(runs).toBe(1);
});

it('gives long works a frame each, in turn, and runs all of them', async () => {
  const frames: Record<string, number> = {};
  let count = 0;
  for (const name of ['plane', 'network', 'curves']) {
    inFrame(() => {
      frames[name] = count;
      keepBusy(12);
    });
  }
  for (; count < 6; count++) await frame();
  expect(new Set(Object.values(frames)).size).toBe(3);
  expect(frames.plane).toBeLessThan(frames.network!);
  expect(frames.network).toBeLessThan(frames.curves!);
});

it('gives what belongs together and what may wait a frame each in turn, where both are long and always asked for', async () => {
  const order: string[] = [];
  const work = (name: string, ask: (work: () => void) => void) => {
    const run = () => {
      order.push(name);
      keepBusy(12);
      if (order.length < 8) ask(run);
    };
    ask(run);
  };
  work('dots', inFrame);
  work('plane', inNextFrame);
  work('figures', inNextFrame);
  for (let k = 0; k < 10; k++) await frame();
  expect(order.slice(0, 8).join(' ')).toBe('plane figures dots plane figures dots plane figures');
});

it('leaves out what is no longer wanted', async () => {
  let ran = false;
  const work = () => {
    ran = true;
  };
  inFrame(() => notInFrame(work));
  inFrame(work);
  for (let k = 0; k < 3; k++) await frame();
  expect(ran).toBe(false);
});

it('goes on after a work that fails', async () => {
  let ran = false;
  const failed = new Promise<string>((resolve) => {
    window.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        resolve(event.message);
      },
      { once: true },
    );
  });
  inFrame(() => {
    throw new Error('a drawing failed');
  });
  inFrame(() => {
    ran = true;
  });
  expect(await failed).toContain('a drawing failed');
  for (let k = 0; k < 3; k++) await frame();
  expect(ran).toBe(true);
});
