import { describe, expect, it } from 'vitest';
import type { DeviceSpeeds } from '../../engine/devices/timings';
import { chosenWhy } from './chosenWhy';

describe('why a device was taken', () => {
  const cases: [string, DeviceSpeeds, ReturnType<typeof chosenWhy>][] = [
    ['nothing was timed', { best: null, of: { wasm: 'noTime', webgl: 'noTime' } }, null],
    [
      'the work is too little for a GPU',
      { best: 'wasm', of: { wasm: 40_000, webgl: 'tooSmall', reference: 40 } },
      { key: 'autoSmall', best: 'wasm', other: 'wasm', times: '' },
    ],
    [
      'it is faster than the next',
      { best: 'webgl', of: { wasm: 100, webgl: 320, reference: 1 } },
      { key: 'autoFaster', best: 'webgl', other: 'wasm', times: '3.2' },
    ],
    [
      'it is very much faster',
      { best: 'wasm', of: { wasm: 12_340, webgl: 'imitated', reference: 10 } },
      { key: 'autoFaster', best: 'wasm', other: 'reference', times: '1,234' },
    ],
    [
      'another is a little faster, which is not worth a move',
      { best: 'wasm', of: { wasm: 100, webgl: 110 } },
      { key: 'autoClose', best: 'wasm', other: 'webgl', times: '0.9' },
    ],
    [
      'no other could be timed',
      { best: 'wasm', of: { wasm: 100, webgl: 'tooSlow', reference: 'noTime' } },
      { key: 'autoOnly', best: 'wasm', other: 'wasm', times: '' },
    ],
  ];

  it.each(cases)('%s', (_, speeds, why) => {
    expect(chosenWhy(speeds)).toEqual(why);
  });
});
