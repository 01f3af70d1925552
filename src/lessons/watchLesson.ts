/**
 * Holds the check of the open card against every state of the page, and marks the card done when it fires. A card with choices waits
 * for one, an `explain` card for the right one.
 */
import { finishCard } from '../store/lesson';
import { type State, store } from '../store/store';
import { nowOf, withFacts } from './facts';
import type { Card, Facts } from './lesson';
import { cardOf, lessonOf } from './lessons';
import { markBest, markDone } from './progress';

/** Answers how to stop. */
export function watchLessons(): () => void {
  let opened: unknown = null;
  let past: readonly Facts[] = [];
  const see = (state: State) => {
    const { lesson } = state;
    if (!lesson) return;
    const isNew = opened !== `${lesson.id} ${lesson.opened}`;
    if (isNew) {
      opened = `${lesson.id} ${lesson.opened}`;
      past = [];
    }
    const listed = lessonOf(lesson.id);
    const card = listed && cardOf(listed, lesson.card);
    if (!card || (lesson.isDone && !card.best)) return;
    // A question has an experiment of its own: what is trained there has nothing to do with most cards.
    if (state.question && state.question.id !== card.question) return;
    const now = nowOf(state);
    const reached = card.best?.(now) ?? null;
    if (reached !== null) markBest(lesson.id, card.id, reached);
    if (lesson.isDone) return;
    const isDone = isAnswered(card, lesson.answer) && card.check(now, past);
    past = withFacts(past, now);
    if (!isDone) return;
    markDone(lesson.id, card.id);
    finishCard();
  };
  see(store.getState());
  return store.subscribe(see);
}

function isAnswered({ kind, choices, right }: Card, answer: string | null): boolean {
  if (!choices) return true;
  return answer !== null && (kind !== 'explain' || answer === right);
}
