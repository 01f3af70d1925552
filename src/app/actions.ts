/**
 * What a person can do from anywhere on the page: one list for the keys, the menus and the help sheet. An entry says its words, its
 * keys, when it is possible and what it does; controls of one panel alone are not in it.
 */
import type { TFunction } from 'i18next';
import { whenLoaded } from '../drawings/missing';
import { limits } from '../engine/experiment';
import { chooseFile } from '../panels/shared/csv/chooseFile';
import { drawNewWeights, pause, play, reset, step } from '../store/commands';
import { showPage } from '../store/page';
import { tabbedPages } from '../store/pages';
import { look, redo, type State, store, undo } from '../store/store';
import { chooseMode } from './chooseMode';

export type ActionId =
  | 'play'
  | 'step'
  | 'reset'
  | 'newWeights'
  | 'undo'
  | 'redo'
  | `brush${number}`
  | 'eraser'
  | 'select'
  | 'probe'
  | 'open'
  | 'save'
  | 'nextPage'
  | 'previousPage'
  | 'leavePresent';

export interface Action {
  readonly id: ActionId;
  /** As on a button. */
  readonly word: (t: TFunction) => string;
  /** In a sentence or a part of one. */
  readonly does: (t: TFunction) => string;
  /** As tinykeys writes them; letters and digits stand for what `meantKeys` says. */
  readonly keys: readonly string[];
  /** Absent: the action is always possible. */
  readonly isPossible?: (state: State) => boolean;
  readonly run: () => void;
}

const brushes: readonly Action[] = Array.from({ length: limits.planeClasses[1] }, (_, index) => ({
  id: `brush${index + 1}` as const,
  word: (t) => t('data.class', { n: index + 1 }),
  does: (t) => t('help.keys.brush.does'),
  keys: [String(index + 1)],
  isPossible: ({ experiment }) => index === 0 || experiment.data.task === 'classification',
  run: () => look({ tool: { kind: 'brush', class: index } }),
}));

const inPresent = ({ view }: State): boolean => view.mode === 'present';

function turnPage(by: number): void {
  const at = tabbedPages.indexOf(store.getState().view.page);
  const next = tabbedPages[Math.min(Math.max(at + by, 0), tabbedPages.length - 1)];
  if (next) showPage(next);
}

function playOrPause(): void {
  const { playing, replaying } = store.getState().run;
  if (playing || replaying) pause();
  else play();
}

/** In the order of the help sheet. */
export const actions: readonly Action[] = [
  {
    id: 'play',
    word: (t) => t('transport.play'),
    does: (t) => t('help.keys.play.does'),
    keys: ['Space'],
    run: playOrPause,
  },
  {
    id: 'step',
    word: (t) => t('transport.step'),
    does: (t) => t('help.keys.step.does'),
    keys: ['n'],
    run: () => step(store.getState().view.stepUnit),
  },
  {
    id: 'reset',
    word: (t) => t('transport.reset'),
    does: (t) => t('help.keys.reset.does'),
    keys: ['r'],
    run: reset,
  },
  {
    id: 'newWeights',
    word: (t) => t('transport.newWeights'),
    does: (t) => t('hints.newWeights'),
    keys: [],
    run: drawNewWeights,
  },
  {
    id: 'undo',
    word: (t) => t('app.undo'),
    does: (t) => t('help.keys.undo.does'),
    keys: ['$mod+z'],
    isPossible: () => store.temporal.getState().pastStates.length > 0,
    run: undo,
  },
  {
    id: 'redo',
    word: (t) => t('app.redo'),
    does: (t) => t('help.keys.redo.does'),
    keys: ['$mod+Shift+z', '$mod+y'],
    isPossible: () => store.temporal.getState().futureStates.length > 0,
    run: redo,
  },
  ...brushes,
  {
    id: 'eraser',
    word: (t) => t('data.eraser'),
    does: (t) => t('help.keys.eraser.does'),
    keys: ['e'],
    run: () => look({ tool: { kind: 'eraser' } }),
  },
  {
    id: 'select',
    word: (t) => t('data.select'),
    does: (t) => t('help.keys.select.does'),
    keys: ['s'],
    run: () => look({ tool: { kind: 'select' } }),
  },
  {
    id: 'probe',
    word: (t) => t('probe.tool'),
    does: (t) => t('help.keys.probe.does'),
    keys: ['p'],
    run: () => look({ tool: { kind: 'probe' } }),
  },
  {
    id: 'open',
    word: (t) => t('app.open'),
    does: (t) => t('hints.open'),
    keys: [],
    run: () => void chooseFile(),
  },
  {
    id: 'save',
    word: (t) => t('app.save'),
    does: (t) => t('hints.save'),
    keys: [],
    run: () =>
      void whenLoaded(
        () => import('./documents'),
        ({ saveToDisk }) => saveToDisk(),
      ),
  },
  {
    id: 'nextPage',
    word: (t) => t('help.keys.nextPage.does'),
    does: (t) => t('help.keys.nextPage.does'),
    keys: ['ArrowRight'],
    isPossible: inPresent,
    run: () => turnPage(1),
  },
  {
    id: 'previousPage',
    word: (t) => t('help.keys.previousPage.does'),
    does: (t) => t('help.keys.previousPage.does'),
    keys: ['ArrowLeft'],
    isPossible: inPresent,
    run: () => turnPage(-1),
  },
  {
    id: 'leavePresent',
    word: (t) => t('help.keys.leavePresent.does'),
    does: (t) => t('help.keys.leavePresent.does'),
    keys: ['Escape'],
    isPossible: inPresent,
    run: () => chooseMode('explore'),
  },
];

/** The action with an id. Throws RangeError for an unknown id. */
export function actionOf(id: ActionId): Action {
  const action = actions.find((one) => one.id === id);
  if (!action) throw new RangeError(`there is no action ${id}`);
  return action;
}

export function isPossible({ isPossible: asks }: Action): boolean {
  return asks?.(store.getState()) ?? true;
}
