import { expect, it } from 'vitest';
import { inFrame, notInFrame } from './frames';

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
