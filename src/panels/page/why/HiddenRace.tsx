/** The network of the question twice, with sigmoid and with ReLU in its hidden layers, as a race that begins at once. */
import { useEffect } from 'react';
import { startRace } from '../../../store/race';
import { variantsOf } from '../../../store/raceVariants';
import { store, useStore } from '../../../store/store';
import { RaceView } from '../../shared/race/RaceView';

export function HiddenRace() {
  const isOn = useStore(({ race }) => race !== null);
  useEffect(() => {
    const { experiment, race } = store.getState();
    if (!race) startRace('activation', variantsOf('activation', ['sigmoid', 'relu'], experiment));
  }, []);
  return isOn && <RaceView isOfQuestion />;
}
