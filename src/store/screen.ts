/**
 * Which parts of the screen are shown, and which steps are locked: the mode, the lists `show` and `lock`, and what the page looks at,
 * as a part of the address (`?mode=present&show=plane,point&lock=data&page=one-point&point=37&epoch=12`).
 */
import type { Speed } from '../engine/training/film';
import { type Mode, type ScreenPart, steps, type ViewState } from './runState';

export const modes: readonly Mode[] = ['learn', 'explore', 'present'];

const screenParts: readonly ScreenPart[] = ['sentence', 'plane', 'network', 'point', 'film'];

/** The live figures that pages of others embed (`?figure=<id>`). */
export const figureIds = [
  'three-steps',
  'demand',
  'relu',
  'output-activation',
  'flat-parts',
  'linear-collapse',
  'four-classes',
  'minus-log',
] as const;

export type FigureId = (typeof figureIds)[number];

const speeds: readonly Speed['kind'][] = ['slow', 'normal', 'once'];

/** What stands on the screen of a mode unless a list says otherwise. */
const usualParts: Record<Mode, readonly ScreenPart[]> = {
  learn: screenParts,
  explore: screenParts,
  present: ['sentence', 'plane', 'point', 'film'],
};

export function partsShown({ mode, show }: Pick<ViewState, 'mode' | 'show'>): readonly ScreenPart[] {
  return show ?? usualParts[mode];
}

/** A value of the address that is not taken: which, and what would be. */
export interface AddressProblem {
  readonly field: string;
  readonly value: string;
  readonly allowed: string;
}

/** What an address asks of the view; what it does not name is not there. */
export interface AskedView {
  readonly view: Partial<Pick<ViewState, 'mode' | 'show' | 'lock' | 'speed' | 'probe'>>;
  /** Id of a page; whether there is one of that name is for the caller to say. */
  readonly page: string | null;
  /** Id of a lesson, and of one of its cards; whether there are such is for the caller to say. */
  readonly lesson: string | null;
  readonly card: string | null;
  /** A task of a teacher, packed; whether it can be read is for the caller to say. */
  readonly task: string | null;
  /** The window of a speaker, beside the one that is projected. */
  readonly isSpeaker: boolean;
  /** A figure in place of the whole screen. */
  readonly figure: FigureId | null;
  /** Epochs to train before the page is handed over, 0 for none. */
  readonly epoch: number;
  readonly problems: readonly AddressProblem[];
}

/** Trains at most so far before anybody has pressed Play. */
const mostEpochs = 10_000;

/** Wrong names of a list that are told; an address has room for half a million of them. */
const mostProblems = 20;

/** Most characters of a value in a sentence. */
function short(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

export function readAddress(search: string): AskedView {
  const asked = new URLSearchParams(search);
  const problems: AddressProblem[] = [];
  const oneOf = <T extends string>(field: string, known: readonly T[]): T | null => {
    const value = asked.get(field);
    if (value === null || (known as readonly string[]).includes(value)) return value as T | null;
    problems.push({ field, value: short(value), allowed: known.join(', ') });
    return null;
  };
  const listOf = <T extends string>(field: string, known: readonly T[]): T[] | null => {
    const value = asked.get(field);
    if (value === null) return null;
    const names = value.split(',').filter((name) => name !== '');
    const isUnknown = (name: string) => !(known as readonly string[]).includes(name);
    const unknown = names.filter(isUnknown).slice(0, mostProblems);
    for (const name of unknown) problems.push({ field, value: short(name), allowed: known.join(', ') });
    return known.filter((name) => names.includes(name));
  };
  const whole = (field: string, most: number): number | null => {
    const value = asked.get(field);
    if (value === null) return null;
    if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
    problems.push({ field, value: short(value), allowed: `0 … ${most}` });
    return null;
  };
  const mode = oneOf('mode', modes);
  const speed = oneOf('speed', speeds);
  const show = listOf('show', screenParts);
  const lock = listOf('lock', steps);
  const point = whole('point', 99_999);
  return {
    view: {
      ...(mode ? { mode } : {}),
      ...(speed ? { speed } : {}),
      ...(show && show.length > 0 ? { show } : {}),
      ...(lock ? { lock } : {}),
      ...(point === null ? {} : { probe: { kind: 'point', index: point } }),
    },
    page: asked.get('page'),
    lesson: asked.get('lesson'),
    card: asked.get('card'),
    task: asked.get('task'),
    isSpeaker: asked.has('speaker'),
    figure: oneOf('figure', figureIds),
    epoch: whole('epoch', mostEpochs) ?? 0,
    problems,
  };
}

/** The address that asks for the same view, as `?…`, or '' where there is nothing to ask for. */
export function writeAddress(
  { mode, show, lock, probe }: Pick<ViewState, 'mode' | 'show' | 'lock' | 'probe'>,
  page: string,
): string {
  if (mode === 'explore' && show === null && lock.length === 0) return '';
  const asks = [
    `mode=${mode}`,
    ...(show ? [`show=${show.join()}`] : []),
    ...(lock.length > 0 ? [`lock=${lock.join()}`] : []),
    `page=${page}`,
    ...(probe?.kind === 'point' ? [`point=${probe.index}`] : []),
  ];
  return `?${asks.join('&')}`;
}
