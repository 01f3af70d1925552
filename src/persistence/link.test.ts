import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { experimentArbitrary } from '../../tests/support/experimentArbitrary';
import { networkExperiment } from '../../tests/support/testExperiment';
import { decode } from '../engine/document';
import { type DataSpec, defaultExperiment, type Experiment, type OwnSource } from '../engine/experiment';
import { createRandom } from '../engine/random';
import { decodeLink, encodeLink } from './link';
import { roundedTo } from './linkPoints';
import { mostBytes } from './readLimits';

const deflated = (bytes: Uint8Array) => `#e=${Buffer.from(deflateSync(bytes)).toString('base64url')}`;
/** A link of the first form, without a checksum. */
const firstForm = (document: unknown) => deflated(new TextEncoder().encode(JSON.stringify(document)));

/** `count` own points of four classes on the plane of the first document, with as many digits as drawn ones have. */
function withPoints(count: number): Experiment {
  const random = createRandom(count);
  const place = () => Array.from({ length: count }, () => (random.uniform() - 0.5) * 16);
  const y = Array.from({ length: count }, () => random.integer(4));
  const source = { kind: 'own', x1: place(), x2: place(), y } as const;
  return { ...defaultExperiment, data: { ...defaultExperiment.data, source } };
}

function spreadOf(column: readonly number[]): number {
  return column.length === 0 ? 0 : Math.max(...column) - Math.min(...column);
}

function expectSamePoints({ data: sent }: Experiment, { data: come }: Experiment): void {
  if (sent.source.kind === 'preset') {
    expect(come.source).toEqual(sent.source);
    return;
  }
  const source = come.source as OwnSource;
  const isPlace = { x1: true, x2: sent.inputs === 2, y: sent.task === 'regression' };
  for (const column of ['x1', 'x2', 'y'] as const) {
    const spread = spreadOf(sent.source[column]);
    const step = isPlace[column] ? Math.min(1e-3, spread > 0 ? spread / 1000 : 1e-3) : 0;
    sent.source[column].forEach((value, i) => {
      // The last digits of a double of 1e9 are coarser than a millionth of a thousandth.
      const least = Math.abs(value) * 2 ** -52;
      expect(Math.abs((source[column][i] as number) - value)).toBeLessThanOrEqual(
        (step / 2) * (1 + 1e-9) + least,
      );
    });
  }
}

describe('the share link', () => {
  it('brings any experiment back, with coordinates to a thousandth of a unit and of what they spread over', () => {
    fc.assert(
      fc.property(experimentArbitrary, (experiment) => {
        const come = decodeLink(encodeLink(experiment))?.experiment as Experiment;
        const plain = (data: DataSpec) => ({ ...data, source: data.source.kind });
        expect({ ...come, data: plain(come.data) }).toEqual({ ...experiment, data: plain(experiment.data) });
        expectSamePoints(experiment, come);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps points apart that lie on a plane of a millionth, and large ones in full', () => {
    for (const size of [1e-6, 1e-3, 0.4, 1, 1e3, 1e9]) {
      const x1 = Array.from({ length: 21 }, (_, i) => (size * i) / 20);
      const { data } = defaultExperiment;
      const source = { kind: 'own', x1, x2: x1, y: x1.map(() => 0) } as const;
      const plane = size < 1e6 ? ({ x: [0, size], y: [0, size] } as const) : data.plane;
      const experiment = { ...defaultExperiment, data: { ...data, plane, source } };
      const come = decodeLink(encodeLink(experiment))?.experiment as Experiment;
      expect(new Set((come.data.source as OwnSource).x1).size, `within ${size}`).toBe(21);
      expectSamePoints(experiment, come);
    }
  });

  it('says to how many decimals it rounds, where it does', () => {
    expect(roundedTo(defaultExperiment.data)).toBeNull();
    expect(roundedTo(withPoints(5).data)).toBe(3);
    const come = decodeLink(encodeLink(withPoints(5)))?.experiment as Experiment;
    expect(roundedTo(come.data)).toBeNull();
    expect(encodeLink(come)).toBe(encodeLink(withPoints(5)));
  });

  it('is short, and made of characters an address keeps', () => {
    const lengths = [60, 150, 400, 3000].map((count) => encodeLink(withPoints(count)).length);
    expect(
      lengths.map((length, i) => length < ([1100, 1900, 3800, 23_000][i] ?? 0)),
      String(lengths),
    ).toEqual([true, true, true, true]);
    expect(encodeLink(defaultExperiment).length).toBeLessThan(1200);
    expect(encodeLink(defaultExperiment)).toMatch(/^#e=[\w-]+$/);
  });

  it('is not looked for behind other fragments', () => {
    for (const hash of ['', '#plane', '#', '#example=', '#%', '#de=AAAA'])
      expect(decodeLink(hash)).toBeNull();
  });

  it('of the first form, without a checksum, still opens', () => {
    for (const experiment of [defaultExperiment, networkExperiment, withPoints(20)]) {
      expect(decodeLink(firstForm(experiment))).toEqual({ experiment, weights: [], problems: [] });
    }
  });

  it('refuses a small link that inflates to a large one', () => {
    const bomb = deflated(new Uint8Array(mostBytes + 1).fill(32));
    expect(bomb.length).toBeLessThan(40_000);
    expect(decodeLink(bomb)).toEqual({
      experiment: null,
      problems: [{ code: 'tooLarge', field: '', value: '> 12', allowed: '12' }],
    });
  });

  it('names the field of a link with a wrong value', () => {
    const wrong = { ...defaultExperiment, loss: { id: 'hinge', l1: 0, l2: 0 } };
    for (const link of [firstForm(wrong), encodeLink(wrong as never)]) {
      expect(decodeLink(link)?.problems).toMatchObject([
        { code: 'unknownValue', field: 'loss.id', value: 'hinge' },
      ]);
    }
  });
});

describe('weights set by a hand', () => {
  it('travel with the experiment', () => {
    const weights = [
      { index: 3, value: 0.1 },
      { index: 0, value: -2.5 },
    ];
    expect(decodeLink(encodeLink(networkExperiment, weights))).toEqual({
      experiment: networkExperiment,
      weights: weights.map(({ index, value }) => ({ index, value: expect.closeTo(value, 6) as number })),
      problems: [],
    });
  });

  it('come as the single-precision numbers they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.float({ noNaN: true, noDefaultInfinity: true, max: Math.fround(1e38), min: Math.fround(-1e38) }),
          { minLength: 1, maxLength: 12 },
        ),
        (values) => {
          const weights = values.map((value, index) => ({ index, value }));
          const come = decodeLink(encodeLink(defaultExperiment, weights));
          const numbers = come?.experiment ? come.weights.map(({ value }) => Math.fround(value) + 0) : [];
          expect(numbers).toEqual(values.map((value) => value + 0));
        },
      ),
    );
  });

  it.each([
    ['a place that the network does not have', { at: [12], values: [1] }, '12'],
    ['more values than places', { at: [0], values: [1, 2] }, '1'],
    ['no number', { at: [0], values: ['1'] }, '"1"'],
    ['more than single precision holds', { at: [0], values: [1e39] }, '1e+39'],
    ['something else', 'weights', '"weights"'],
  ])('are refused with %s', (_what, weights, value) => {
    expect(decodeLink(firstForm({ ...defaultExperiment, weights }))).toMatchObject({
      experiment: null,
      problems: [{ field: expect.stringMatching(/^weights\./) as string, value }],
    });
  });
});

/** What programs make of a link. */
const bends: readonly (readonly [string, (link: string) => string])[] = [
  ['an escaped equals sign', (link) => link.replace('=', '%3D')],
  ['two escapes', (link) => link.replace('=', '%253D')],
  [
    'everything escaped',
    (link) =>
      `#${[...Buffer.from(link.slice(1))].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
  ],
  ['a bracket at the end', (link) => `${link})`],
  ['punctuation at the end', (link) => `${link}).`],
  ['a comma at the end', (link) => `${link},`],
  ['a Chinese full stop', (link) => `${link}。`],
  ['a Chinese full stop as addresses hold it', (link) => link + encodeURIComponent('。”请看')],
  ['quotes', (link) => `${link}"`],
  ['an angle bracket', (link) => `${link}>`],
  ['a slash', (link) => `${link}/`],
  ['emphasis', (link) => `${link}_`],
  ['words after it', (link) => `${link} is what I mean`],
  ['words after it, escaped', (link) => `${link}%20is%20what`],
  ['another parameter', (link) => `${link}&utm_source=mail`],
  ['line breaks', (link) => link.replace(/(.{60})/g, '$1\r\n')],
  ['escaped line breaks', (link) => link.replace(/(.{60})/g, '$1%0A')],
  ['line breaks of mail', (link) => link.replace(/(.{60})/g, '$1=\r\n')],
  ['quoted lines', (link) => link.replace(/(.{60})/g, '$1\n> ')],
  ['spaces', (link) => link.replace(/(.{40})/g, '$1 ')],
  ['no-break spaces', (link) => link.replace(/(.{40})/g, '$1\u00a0')],
  ['zero-width spaces', (link) => link.replace(/(.{40})/g, '$1\u200b')],
  ['soft hyphens', (link) => link.replace(/(.{40})/g, '$1\u00ad')],
];

describe('a bent link', () => {
  it.each(bends)('opens with %s', (_what, bend) => {
    for (const experiment of [defaultExperiment, networkExperiment]) {
      expect(decodeLink(bend(encodeLink(experiment)))?.experiment).toEqual(experiment);
    }
  });

  it('opens with any two of them', () => {
    const link = encodeLink(defaultExperiment);
    for (const [what, first] of bends) {
      for (const [and, second] of bends) {
        // Escapes may replace any character of the link.
        if (/escape/.test(what) || /words|parameter|mail|quoted/.test(what)) continue;
        // Nobody can say where a link ends whose pieces have spaces between them, as words do.
        if (and.startsWith('words') && /break|space/.test(what)) continue;
        expect(decodeLink(second(first(link)))?.experiment, `${what} and ${and}`).toEqual(defaultExperiment);
      }
    }
  });

  it('of the first form opens too', () => {
    for (const [what, bend] of bends) {
      if (what === 'emphasis') continue;
      expect(decodeLink(bend(firstForm(networkExperiment)))?.experiment, what).toEqual(networkExperiment);
    }
  });

  it.each([
    '#e=',
    '#e=%%%',
    '#e=AAAA',
    '#e=////',
    `#e=${'A'.repeat(5000)}`,
    '#e=BBBB',
    '#e=Dg',
    '#e=DgAAAAA',
  ])('is refused where it is damaged: %s', (hash) => {
    const decoded = decodeLink(hash);
    expect(decoded?.experiment).toBeNull();
    expect(decoded?.problems).not.toEqual([]);
  });
});

const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_%=.) 。';

describe('a damaged link', () => {
  const link = encodeLink(networkExperiment);
  const bytes = Buffer.from(link.slice(3), 'base64url');

  it('is refused with any single bit turned over, and never opens another experiment', () => {
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const turned = Uint8Array.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] as number) ^ (1 << (bit & 7));
      const decoded = decodeLink(`#e=${Buffer.from(turned).toString('base64url')}`);
      expect(decoded, `bit ${bit}`).toEqual({ experiment: null, problems: 'unreadableLink' });
    }
  });

  it('is refused when it was cut off, or with two characters exchanged', () => {
    for (let end = 4; end < link.length; end++) {
      const decoded = decodeLink(link.slice(0, end));
      if (decoded?.experiment) expect(decoded.experiment).toEqual(networkExperiment);
      else expect(decoded?.problems).toBe('unreadableLink');
    }
    for (let at = 3; at < link.length - 1; at++) {
      const exchanged = `${link.slice(0, at)}${link[at + 1]}${link[at]}${link.slice(at + 2)}`;
      if (exchanged !== link) expect(decodeLink(exchanged)?.experiment ?? null).toBeNull();
    }
  });

  it('leaves an experiment that decode accepts, or none, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...characters.split('')), maxLength: 200 }), (text) => {
        const decoded = decodeLink(`#e=${text}`);
        if (decoded?.experiment) expect(decode(decoded.experiment).problems).toEqual([]);
      }),
    );
  });
});
