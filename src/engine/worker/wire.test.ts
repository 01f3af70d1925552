import { expect, it } from 'vitest';
import { cloud, experimentWith } from '../../../tests/support/testExperiment';
import type { ToWorker } from './protocol';
import type { ToRace } from './raceProtocol';
import { fromWire, toWire, wiredBuffers } from './wire';

const experiment = experimentWith({ data: { source: cloud(50, 2) } });
const messages: (ToWorker | ToRace)[] = [
  { type: 'start', raceId: 3, experiments: [experiment, experiment], playing: true },
  {
    type: 'configure',
    command: 1,
    runId: 2,
    experiment,
    device: 'auto',
    playing: false,
    speed: { unit: 'film', factor: 1 } as never,
    watch: {} as never,
    surface: null,
  },
  { type: 'acknowledge' },
];

function longestList(value: unknown): number {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return 0;
  return Math.max(Array.isArray(value) ? value.length : 0, ...Object.values(value).map(longestList));
}

it.each(messages)(
  'a message of type $type arrives as it was, with no list of coordinates on the way',
  (message) => {
    const wired = toWire(message);
    expect(longestList(wired)).toBeLessThan(50);
    const sent = structuredClone(wired, { transfer: wiredBuffers(wired) });
    expect(fromWire(sent)).toEqual(message);
  },
);
