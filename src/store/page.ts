/** Which page stands at the right, and the questions of Why, each of which has an experiment of its own (`aside`). */
import type { Experiment } from '../engine/experiment';
import { bringBack, putAside } from './aside';
import type { PageId } from './pages';
import { type State, store } from './store';

/** Shows another page. An open question is closed, and what the pointer was on is forgotten. */
export function showPage(page: PageId): void {
  leaveQuestion(page);
  store.setState((state) => ({ view: { ...state.view, page, pointed: null, symbol: null } }));
}

/** Opens a question of Why on its own experiment, at rest. */
export function openQuestion(id: string, experiment: Experiment): void {
  leaveQuestion('why');
  putAside(experiment, (aside) => ({ question: { id, aside } }), { page: 'why' });
}

/** Gives the experiment below back, with its run where it stood; nothing where no question is open. */
export function leaveQuestion(page: PageId = 'why'): void {
  const { question } = store.getState();
  if (question) bringBack(question.aside, { question: null }, { page });
}

/** The learner's own experiment, also while a lesson or a question is open: it is kept between visits. */
export function ownExperiment({ experiment, question, lesson }: State): Experiment {
  return (lesson?.aside ?? question?.aside)?.experiment ?? experiment;
}
