/** What can be done with a race. It and the run of the page never train at the same time. */
import { appendHistory, emptyHistory } from '../engine/training/history';
import { historyRow } from '../engine/training/historyRow';
import type { LanePicture, RacePicture } from '../engine/training/racePicture';
import { pause } from './commands';
import { showPage } from './page';
import { type Lane, nextRaceId, type RaceState } from './raceState';
import type { RaceThing, Variant } from './raceVariants';
import { adopt } from './runsEdits';
import { store } from './store';

function setRace(change: (race: RaceState) => Partial<RaceState>): void {
  store.setState(({ race }) => (race ? { race: { ...race, ...change(race) } } : {}));
}

/** Opens a race, which begins at once. */
export function startRace(thing: RaceThing, variants: readonly Variant[]): void {
  pause();
  if (store.getState().view.page !== 'why') showPage('runs');
  store.setState({
    race: {
      raceId: nextRaceId(),
      thing,
      lanes: variants.map((variant) => atStart(variant)),
      playing: true,
      isOver: false,
      trouble: null,
      silence: null,
    },
  });
}

function atStart({ value, experiment }: Variant): Lane {
  return { value, experiment, picture: null, history: emptyHistory };
}

export function playRace(): void {
  pause();
  setRace(() => ({ playing: true }));
}

export function pauseRace(): void {
  setRace(() => ({ playing: false }));
}

/** All lanes back to their initial weights, at rest. */
export function resetRace(): void {
  setRace(({ lanes }) => ({
    raceId: nextRaceId(),
    // The lanes keep their last pictures until new ones arrive.
    lanes: lanes.map((lane) => ({ ...lane, history: emptyHistory })),
    playing: false,
    isOver: false,
    trouble: null,
  }));
}

export function closeRace(): void {
  store.setState({ race: null });
}

/** Makes a lane's experiment the one of the page. */
export function adoptLane(index: number): void {
  const lane = store.getState().race?.lanes[index];
  if (lane) adopt(lane.experiment);
}

/** Takes in what the worker shows; pictures of an earlier start are dropped. */
export function showRace(raceId: number, { lanes, isOver }: RacePicture): void {
  setRace((race) => {
    if (raceId !== race.raceId) return {};
    return {
      isOver,
      playing: race.playing && !isOver,
      lanes: race.lanes.map((lane, i) => withPicture(lane, lanes[i] ?? null)),
    };
  });
}

function withPicture(lane: Lane, picture: LanePicture | null): Lane {
  if (!picture) return lane;
  const row = historyRow(picture.epoch, picture);
  const rows = [...picture.earlier, ...(row ? [row] : [])];
  return { ...lane, picture, history: appendHistory(lane.history, rows) };
}

/** The worker of the race failed. */
export function showRaceTrouble(trouble: RaceState['trouble']): void {
  setRace(() => ({ trouble, playing: false }));
}

/** The worker of the race has said nothing for a while, or speaks again. */
export function showRaceSilence(silence: RaceState['silence']): void {
  setRace(() => ({ silence }));
}
