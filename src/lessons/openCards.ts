/** Opens lessons and their cards with what a card sets up. */
import type { Experiment } from '../engine/experiment';
import { type CardStart, openCard, openLesson } from '../store/lesson';
import type { AddressProblem } from '../store/screen';
import { store } from '../store/store';
import type { Card, Lesson } from './lesson';
import { cardOf, type ListedLesson, lessonOf, lessons } from './lessons';
import { markAt, progress, progressOf } from './progress';

/** The experiment that a card begins with, made from the first card on. */
export function experimentOf(lesson: Lesson, card: string): Experiment {
  let experiment = lesson.experiment;
  for (const { id, setUp } of lesson.cards) {
    if (setUp) experiment = setUp(experiment);
    if (id === card) break;
  }
  return experiment;
}

/** Opens a lesson where it was left, or at the card that is named. */
export function beginLesson(lesson: ListedLesson, asked: string | null = null): void {
  const at = asked ?? progressOf(progress.get(), lesson.id).at;
  const card = (at && cardOf(lesson, at)) || lesson.cards[0];
  if (!card) return;
  openLesson(lesson.id, lesson.experiment, startOf(card, experimentOf(lesson, card.id)));
  markAt(lesson.id, card.id);
}

/** Turns to a card. The next one goes on with the run where it sets nothing up; any other begins from its own experiment. */
export function turnToCard(id: string): void {
  const { lesson: open } = store.getState();
  const lesson = open && lessonOf(open.id);
  const card = lesson && cardOf(lesson, id);
  if (!card) return;
  const { cards } = lesson;
  const isNext = open.isDone && cards.indexOf(card) === cards.findIndex(({ id: at }) => at === open.card) + 1;
  const goesOn = isNext && !card.setUp;
  openCard(startOf(card, goesOn ? null : experimentOf(lesson, id)));
  markAt(lesson.id, id);
}

function startOf({ id, page, show, look, lock }: Card, experiment: Experiment | null): CardStart {
  return {
    card: id,
    experiment,
    looks: { ...(page ? { page } : {}), show: show ?? null, lock: lock ?? [], ...look },
  };
}

/** Opens what an address names; answers what of it there is not. Without a card that exists the lesson opens where it was left. */
export function openAsked(id: string, card: string | null): AddressProblem[] {
  const lesson = lessonOf(id);
  if (!lesson) return [{ field: 'lesson', value: id, allowed: lessons.map((known) => known.id).join(', ') }];
  beginLesson(lesson, card);
  if (card === null || cardOf(lesson, card)) return [];
  return [{ field: 'card', value: card, allowed: lesson.cards.map((known) => known.id).join(', ') }];
}
