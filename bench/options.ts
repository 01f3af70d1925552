/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { type SubjectId, subjectIds } from './subject';
import { type Batch, batches, type Work, works } from './works';

export const partNames = ['table', 'grids', 'scaling', 'page', 'peak'] as const;
export type PartName = (typeof partNames)[number];

export interface Options {
  readonly json: boolean;
  readonly verbose: boolean;
  /** Whether bench/RESULTS.md is written. */
  readonly save: boolean;
  readonly works: readonly Work[];
  readonly batches: readonly Batch[];
  readonly subjects: readonly SubjectId[];
  readonly repeats: number;
  /** Length of a timed stretch. */
  readonly seconds: number;
  readonly parts: readonly PartName[];
}

export const usage = `npm run bench -- [options]
  --json                 only the table, as JSON
  --part a,b             some of ${partNames.join(', ')}; all of them without this
  --works S,M,L,XL  --batches 10,32,all  --subjects "quadrant wasm,plain js"
  --repeats 3            timed stretches, of which the median counts
  --seconds 0.6          least length of a stretch
  --verbose              repeats and training losses too
  --save                 writes bench/RESULTS.md, as a run without --json, --part and choices does anyway`;

/** Throws RangeError with a sentence for what is not understood. */
export function readOptions(given: string[]): Options | 'help' {
  const { values } = parseArgs({
    args: given,
    options: {
      help: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      save: { type: 'boolean', default: false },
      part: { type: 'string' },
      works: { type: 'string' },
      batches: { type: 'string' },
      subjects: { type: 'string' },
      repeats: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '0.6' },
    },
  });
  if (values.help) return 'help';
  const { json, verbose, part, repeats, seconds } = values;
  const isWhole =
    !json && [part, values.works, values.batches, values.subjects].every((v) => v === undefined);
  return {
    json,
    verbose,
    save: values.save || isWhole,
    works: chosen(works, values.works, (work) => work.id),
    batches: chosen(batches, values.batches, String),
    subjects: chosen(subjectIds, values.subjects, String),
    repeats: positive('--repeats', repeats),
    seconds: positive('--seconds', seconds),
    parts: chosen(partNames, part ?? (json ? 'table,peak' : undefined), String),
  };
}

/** Those of `all` that are named in `names`, a list with commas; all without names. */
function chosen<T>(all: readonly T[], names: string | undefined, nameOf: (item: T) => string): readonly T[] {
  if (names === undefined) return all;
  return names.split(',').map((name) => {
    const item = all.find((candidate) => nameOf(candidate) === name.trim());
    if (item === undefined) throw new RangeError(`"${name}" is not known (${all.map(nameOf).join(', ')}).`);
    return item;
  });
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new RangeError(`${option} takes a number above 0, not "${text}".`);
  return value;
}
