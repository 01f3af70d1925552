import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultExperiment } from '../engine/experiment';
import { experimentArbitrary } from '../engine/experimentArbitrary';
import { decodeLink, encodeLink, mostBytes } from './link';

const pack = (bytes: Uint8Array) => `#e=${Buffer.from(deflateSync(bytes)).toString('base64url')}`;

describe('the share link', () => {
  it('brings any experiment back as it was', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        expect(decodeLink(encodeLink(experiment))?.experiment).toEqual(experiment);
      }),
      { numRuns: 50 },
    );
  });

  it('is short for a preset, and made of characters an address keeps', () => {
    const link = encodeLink(defaultExperiment);
    expect(link.length).toBeLessThan(1200);
    expect(link).toMatch(/^#e=[\w-]+$/);
  });

  it('is not looked for behind other fragments', () => {
    expect(decodeLink('')).toBeNull();
    expect(decodeLink('#plane')).toBeNull();
  });

  it.each(['#e=', '#e=%%%', '#e=AAAA', '#e=////', `#e=${'A'.repeat(5000)}`])(
    'refuses the damaged link %s',
    (hash) => {
      const decoded = decodeLink(hash);
      expect(decoded?.experiment).toBeNull();
      expect(decoded?.problems).not.toEqual([]);
    },
  );

  it('refuses a small link that inflates to a large one', () => {
    const bomb = pack(new Uint8Array(mostBytes + 1).fill(32));
    expect(bomb.length).toBeLessThan(40_000);
    expect(decodeLink(bomb)).toEqual({ experiment: null, problems: 'unreadableLink' });
  });

  it('names the field of a link with a wrong value', () => {
    const text = JSON.stringify({ ...defaultExperiment, loss: { id: 'hinge', l1: 0, l2: 0 } });
    expect(decodeLink(pack(new TextEncoder().encode(text)))?.problems).toMatchObject([
      { code: 'unknownValue', field: 'loss.id', value: 'hinge' },
    ]);
  });
});
