import { useReducer } from 'react';
import { flushSync } from 'react-dom';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { writable } from '../engine/readableStore';
import type { Snapshot } from '../engine/training/snapshot';
import { useSnapshot } from './useSnapshot';

const at = (runId: number, epoch: number) => ({ runId, epoch }) as Snapshot;

const source = writable<Snapshot | null>(at(1, 0));

function Shown() {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const snapshot = useSnapshot(source);
  return (
    <button type="button" onClick={renderAgain}>
      {snapshot ? `run ${snapshot.runId}, epoch ${snapshot.epoch}` : 'none'}
    </button>
  );
}

const shown = () => document.querySelector('button')?.textContent;

/** What stands there when something else makes it render before the next frame. */
function shownAfter(snapshot: Snapshot | null) {
  source.set(snapshot);
  flushSync(() => document.querySelector('button')?.click());
  return shown();
}

it('keeps to the last frame within a run, and leaves it at once for another run or none', async () => {
  await render(<Shown />);
  expect(shownAfter(at(1, 5))).toBe('run 1, epoch 0');
  await expect.poll(shown).toBe('run 1, epoch 5');
  expect(shownAfter(at(2, 0))).toBe('run 2, epoch 0');
  expect(shownAfter(null)).toBe('none');
  expect(shownAfter(at(3, 1))).toBe('run 3, epoch 1');
});
