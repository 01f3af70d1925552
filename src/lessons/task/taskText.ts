/** A task as a part of an address. It is untrusted input. */
import * as v from 'valibot';
import { type OutputActivationId, outputActivations } from '../../engine/model/activations';
import { markOf, packJson, unpackJson } from '../../persistence/packed';
import { mostTaskBytes } from '../../persistence/readLimits';
import { steps } from '../../store/runState';
import type { AddressProblem } from '../../store/screen';
import type { Goal, Task } from '../../store/taskState';
import { goalKinds } from './goals';

/** Most characters of the teacher's words. */
export const mostWords = 600;

const atLeastZero = v.pipe(v.number(), v.finite(), v.minValue(0));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000));
const outputs = Object.keys(outputActivations) as OutputActivationId[];

const goal = v.variant('kind', [
  v.object({
    kind: v.literal('accuracy'),
    least: v.pipe(v.number(), v.minValue(0.01), v.maxValue(1)),
  }),
  v.object({ kind: v.literal('cost'), most: atLeastZero }),
  v.object({ kind: v.literal('parameters'), most: count }),
  v.object({ kind: v.literal('noHidden') }),
  v.object({ kind: v.literal('output'), activation: v.picklist(outputs) }),
  v.object({ kind: v.literal('epochs'), most: count }),
]) satisfies v.GenericSchema<unknown, Goal>;

export const goals = v.pipe(
  v.array(v.unknown()),
  v.minLength(1),
  v.maxLength(goalKinds.length),
  v.array(goal),
);

const task = v.object({
  words: v.pipe(v.string(), v.maxLength(mostWords)),
  goals,
  lock: v.pipe(v.array(v.unknown()), v.maxLength(steps.length), v.array(v.picklist(steps))),
  weights: v.picklist(['same', 'own']),
  experiment: v.pipe(v.string(), v.maxLength(16)),
}) satisfies v.GenericSchema<unknown, Task>;

export function packTask(value: Task): string {
  return packJson(value);
}

/** Another task has another id, and so has the same over other data. */
export function idOfTask(text: string): string {
  return markOf(text);
}

/** The task of an address, or what is wrong with it. */
export function readTask(text: string): Task | AddressProblem {
  const bad = { field: 'task', value: short(text), allowed: '' };
  if (text.length > mostTaskBytes) return bad;
  const unpacked = unpackJson(text, { most: mostTaskBytes });
  if ('problem' in unpacked) return bad;
  const read = v.safeParse(task, unpacked.value);
  return read.success ? read.output : (unknownGoal(unpacked.value) ?? bad);
}

/** A goal that only a newer page knows is named. */
function unknownGoal(input: unknown): AddressProblem | null {
  const listed = v.safeParse(v.object({ goals: v.array(v.object({ kind: v.string() })) }), input);
  const kinds = listed.success ? listed.output.goals.map(({ kind }) => kind) : [];
  const unknown = kinds.find((kind) => !(goalKinds as readonly string[]).includes(kind));
  return unknown === undefined
    ? null
    : { field: 'goal', value: short(unknown), allowed: goalKinds.join(', ') };
}

function short(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
