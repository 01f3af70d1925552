/**
 * The code that a learner hands in: who, which task, and the experiment with the figures of the run in which all goals were met. A
 * checksum notices what was typed over or cut off; a code is no proof against cheating.
 */
import * as v from 'valibot';
import type { Experiment } from '../../engine/experiment';
import { createPauses, type SliceOptions } from '../../io/slices';
import { decodeDocument, documentOf } from '../../persistence/link';
import { packJson, unpackJson } from '../../persistence/packed';
import { mostCodeBytes } from '../../persistence/readLimits';
import type { Goal, Reached, TaskFigures } from '../../store/taskState';
import { isMet } from './goals';
import { goals } from './taskText';

/** Most characters of a name. */
export const mostName = 60;

export interface Result extends TaskFigures {
  readonly name: string;
  /** Id of the task. */
  readonly task: string;
  readonly goals: readonly Goal[];
  readonly experiment: Experiment;
  readonly byHand: boolean;
  readonly unlocked: boolean;
}

/** A class and more; what is pasted beyond is not read. */
const mostLines = 300;

/** What codes begin with, so that they are found in the words around them. */
const start = 'Q1.';

const figure = v.nullable(v.pipe(v.number(), v.finite()));
const content = v.object({
  name: v.pipe(v.string(), v.maxLength(mostName)),
  task: v.pipe(v.string(), v.maxLength(16)),
  goals,
  document: v.unknown(),
  accuracy: figure,
  cost: figure,
  epoch: v.pipe(v.number(), v.finite(), v.minValue(0)),
  byHand: v.boolean(),
  unlocked: v.boolean(),
});

export function codeOf(name: string, task: string, taskGoals: readonly Goal[], reached: Reached): string {
  const { experiment, accuracy, cost, epoch, byHand, unlocked } = reached;
  const document = documentOf(experiment);
  return (
    start + packJson({ name, task, goals: taskGoals, document, accuracy, cost, epoch, byHand, unlocked })
  );
}

/** A code that was pasted, or the line where it holds none; without a result where that is no whole code. */
export type CodeLine = { readonly text: string; readonly result?: Result };

/**
 * Reads pasted text: a code a line, with what mail and chat put around them. Empty lines and repeated codes count for nothing. A code
 * at a time, so that a hundred large ones hold nothing up; rejects with an AbortError when `options.signal` says so.
 */
export async function readCodes(text: string, options: SliceOptions = {}): Promise<CodeLine[]> {
  const pause = createPauses(options);
  const pasted = text.split(/[\r\n]+/).flatMap((line) => line.match(/Q1\.[\w-]+/g) ?? [line.trim()]);
  const texts = [...new Set(pasted)].filter((one) => one !== '').slice(0, mostLines);
  const lines: CodeLine[] = [];
  for (const one of texts) {
    const result = one.startsWith(start) ? read(one) : null;
    lines.push(result ? { text: one, result } : { text: one });
    await pause(lines.length / texts.length);
  }
  return lines;
}

const known = new Map<string, Result | null>();

/** The same result for the same code. */
function read(code: string): Result | null {
  const before = known.get(code);
  if (before !== undefined) return before;
  const result = decoded(code);
  if (known.size >= mostLines) known.clear();
  known.set(code, result);
  return result;
}

function decoded(code: string): Result | null {
  const unpacked = unpackJson(code.slice(start.length), { most: mostCodeBytes });
  if ('problem' in unpacked) return null;
  const parsed = v.safeParse(content, unpacked.value);
  if (!parsed.success) return null;
  const { document, ...rest } = parsed.output;
  const { experiment } = decodeDocument(document);
  return experiment && { ...rest, experiment };
}

/** All goals hold: those of the network are counted again, the figures of the run are the code's. */
export function isReached({ goals: all, experiment, ...figures }: Result): boolean {
  return all.every((goal) => isMet(goal, experiment, figures));
}
