import { afterEach, expect, test } from 'vitest';
import { experimentWith } from '../../tests/support/testExperiment';
import { decodeLink, encodeLink } from './link';
import { readDocumentFile, readLink } from './reading';

const count = 60_000;
const column = (period: number) => Array.from({ length: count }, (_, i) => i % period);
const isTest = Array.from({ length: count }, (_, i) => (i % 5 === 0 ? 1 : 0));
const source = { kind: 'own' as const, x1: column(5), x2: column(4), y: column(2), isTest };
const large = experimentWith({ data: { source } });
const { Worker: Real } = globalThis;

afterEach(() => {
  globalThis.Worker = Real;
});

/** Keeps what the workers of the page say, and whether the page has had a turn since then. */
function listen() {
  const heard = { answers: [] as unknown[], turns: 0 };
  globalThis.Worker = class extends Real {
    constructor(address: string | URL, options?: WorkerOptions) {
      super(address, options);
      this.addEventListener('message', ({ data }) => {
        heard.answers.push(data);
        setTimeout(() => {
          heard.turns += 1;
        });
      });
    }
  };
  return heard;
}

const text = JSON.stringify(large);
const link = encodeLink(large);

test.each([
  ['file', async () => (await readDocumentFile(new Blob([text]))).experiment, () => large],
  ['link', async () => (await readLink(link))?.experiment, () => decodeLink(link)?.experiment],
] as const)(
  'a large %s comes from the worker in typed arrays, and the page has its turn before it is made a document',
  async (_, read, expected) => {
    const heard = listen();
    const experiment = await read();
    expect(heard.turns).toBe(1);
    expect(heard.answers).toHaveLength(1);
    const [answer] = heard.answers as [Record<string, { experiment: typeof large }>];
    const { source } = (answer.document ?? answer.link)?.experiment.data ?? large.data;
    expect(Object.values(source).some(Array.isArray)).toBe(false);
    expect(JSON.stringify(experiment) === JSON.stringify(expected())).toBe(true);
  },
);
