/**
 * Documents on their way, between page and workers or into the database: the columns of own points are typed arrays then, which are copied
 * as blocks of memory. Lists are copied number by number, which holds a page with 100,000 points up for many times as long.
 */
import type { DataSpec, Experiment, OwnSource, PresetSource } from '../experiment';

type TypedSource = Pick<OwnSource, 'kind' | 'names'> & {
  readonly x1: Float64Array<ArrayBuffer>;
  readonly x2: Float64Array<ArrayBuffer>;
  readonly y: Float64Array<ArrayBuffer>;
  readonly isTest?: Uint8Array<ArrayBuffer>;
};

/** An experiment with its points in typed arrays. */
export type TypedExperiment = Omit<Experiment, 'data'> & {
  readonly data: Omit<DataSpec, 'source'> & { readonly source: PresetSource | TypedSource };
};

export function withTypedColumns(experiment: Experiment): TypedExperiment {
  const { data } = experiment;
  const { source } = data;
  if (source.kind === 'preset') return { ...experiment, data: { ...data, source } };
  const { isTest, ...own } = source;
  const columns = {
    x1: new Float64Array(own.x1),
    x2: new Float64Array(own.x2),
    y: new Float64Array(own.y),
    ...(isTest && { isTest: new Uint8Array(isTest) }),
  };
  return { ...experiment, data: { ...data, source: { ...own, ...columns } } };
}

/** The same document with lists. What has no typed columns, whatever it is, is answered as it is: it may come from an older page. */
export function withPlainColumns(document: TypedExperiment): Experiment;
export function withPlainColumns(document: unknown): unknown;
export function withPlainColumns(document: unknown): unknown {
  if (!isRecord(document) || !isRecord(document.data) || !isRecord(document.data.source)) return document;
  const { data } = document;
  const columns = Object.entries(document.data.source).map(
    ([name, column]) => [name, plain(column)] as const,
  );
  return { ...document, data: { ...data, source: Object.fromEntries(columns) } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function plain(column: unknown): unknown {
  return column instanceof Float64Array || column instanceof Uint8Array ? listOf(column) : column;
}

/** What `Array.from` answers, which asks each number's iterator and takes about eight times as long. */
export function listOf(column: ArrayLike<number>): number[] {
  const list: number[] = [];
  for (let i = 0; i < column.length; i++) list.push(column[i] as number);
  return list;
}

/** The memory of the columns, which may be given away with the document. */
export function columnBuffers({ data: { source } }: TypedExperiment): ArrayBuffer[] {
  if (source.kind === 'preset') return [];
  const { x1, x2, y, isTest } = source;
  return [x1, x2, y, ...(isTest ? [isTest] : [])].map(({ buffer }) => buffer);
}
