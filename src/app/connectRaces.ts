/** A race gets a worker of its own when it is opened, and loses it when it is closed. */
import { startRace, type WorkerClient } from '../engine/worker/client';
import type { FromRace, ToRace } from '../engine/worker/raceProtocol';
import { pauseRace, showRace, showRaceSilence, showRaceTrouble } from '../store/race';
import type { RaceState } from '../store/raceState';
import { type State, store } from '../store/store';
import { afterPicture } from './afterPicture';

type RaceClient = WorkerClient<ToRace>;

/** Keeps the race of the store, whenever there is one, in step with a worker. */
export function connectRaces(): void {
  let client: RaceClient | null = null;
  const follow = (state: State, before: State | null) => {
    const { race } = state;
    if (!race) {
      client?.close();
      client = null;
      return;
    }
    if (client && before?.race) tell(client, race, before.race);
    else client = open(race);
    // A run that plays on the page has priority; the race pauses.
    if (race.playing && state.run.playing) pauseRace();
  };
  follow(store.getState(), null);
  store.subscribe(follow);
}

function open(race: RaceState): RaceClient {
  const client = startRace({
    onMessage: (message) => take(message, client),
    onRestart: () => showRaceTrouble('interrupted'),
    onDead: () => showRaceTrouble('dead'),
    onSilence: showRaceSilence,
  });
  start(client, race);
  return client;
}

function start(client: RaceClient, { raceId, lanes, playing }: RaceState): void {
  client.send({ type: 'start', raceId, experiments: lanes.map(({ experiment }) => experiment), playing });
}

function take(message: FromRace, client: RaceClient): void {
  if (message.type === 'failed') {
    console.error(message.message);
    showRaceTrouble('interrupted');
    return;
  }
  showRace(message.raceId, message.picture);
  afterPicture(() => client.send({ type: 'acknowledge' }));
}

function tell(client: RaceClient, race: RaceState, before: RaceState): void {
  if (race.raceId !== before.raceId) start(client, race);
  else if (race.playing !== before.playing) client.send({ type: race.playing ? 'play' : 'pause' });
}
