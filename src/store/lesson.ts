/**
 * The lesson that is open: which card, what was chosen on it, and what the page was before. What cards set up, show and check is said in
 * `lessons/`; the store only keeps where the learner is. A lesson has an experiment of its own (`aside`).
 */
import type { Experiment } from '../engine/experiment';
import { bringBack, putAside, untouched } from './aside';
import type { LessonState } from './asideState';
import { startRun } from './commands';
import { leaveQuestion } from './page';
import type { ViewState } from './runState';
import { store } from './store';

/** How a card begins. */
export interface CardStart {
  readonly card: string;
  /** null where the run goes on. */
  readonly experiment: Experiment | null;
  /** Page, parts, locks and what else of the view it begins with. */
  readonly looks: Partial<ViewState>;
}

const fresh = { answer: null, isDone: false, hints: 0 } as const;

/** Opens a lesson at a card on an experiment of its own; another lesson that was open is left. */
export function openLesson(id: string, experiment: Experiment, start: CardStart): void {
  leaveLesson();
  leaveQuestion();
  const { card } = start;
  const mode = store.getState().view.mode === 'present' ? 'present' : 'learn';
  putAside(
    start.experiment ?? experiment,
    (aside) => ({ lesson: { id, card, ...fresh, opened: 1, aside } }),
    { mode, ...toolToLook(), ...start.looks, openSheet: null },
  );
}

/** A press on the plane looks at a point, and changes the data of a card only where a tool was taken for it. A finger scrolls. */
function toolToLook(): Partial<ViewState> {
  return store.getState().view.tool.kind === 'none' ? {} : { tool: { kind: 'probe' } };
}

/** Turns to a card of the open lesson. */
export function openCard(start: CardStart): void {
  leaveQuestion();
  const { lesson, view } = store.getState();
  if (!lesson) return;
  const { experiment } = start;
  const turned = {
    lesson: { ...lesson, card: start.card, ...fresh, opened: lesson.opened + 1 },
    view: { ...view, ...(experiment ? untouched : {}), ...toolToLook(), ...start.looks, openSheet: null },
  };
  if (!experiment) {
    store.setState(turned);
    return;
  }
  // In one change: the run of the card before may be all that this one asks for.
  startRun(false, { ...turned, experiment });
  store.temporal.getState().clear();
}

function change(to: Partial<Omit<LessonState, 'aside'>>): void {
  store.setState(({ lesson }) => (lesson ? { lesson: { ...lesson, ...to } } : {}));
}

/** Takes one of the choices of the card. */
export function answerCard(answer: string): void {
  change({ answer });
}

export function askHint(): void {
  change({ hints: (store.getState().lesson?.hints ?? 0) + 1 });
}

/** What the card asks for has happened. */
export function finishCard(): void {
  change({ isDone: true });
}

/** Gives the learner's own experiment back; nothing where no lesson is open. */
export function leaveLesson(): void {
  const { lesson } = store.getState();
  if (!lesson) return;
  leaveQuestion();
  const { aside } = lesson;
  const { page, show, tool } = aside.view;
  bringBack(aside, { lesson: null }, { page, show, tool, openSheet: null });
}
