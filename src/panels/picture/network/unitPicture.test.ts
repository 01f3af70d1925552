import { describe, expect, it } from 'vitest';
import { networkExperiment } from '../../../../tests/support/testExperiment';
import { choosePreset, chooseTask } from '../../../store/dataEdits';
import { network } from '../../../store/derived';
import { setLayer, setOutputActivation } from '../../../store/modelEdits';
import { unitPicture } from './unitPicture';

const plan = network(networkExperiment);
const pictureOf = (layer: number, unit: number, experiment = networkExperiment) =>
  unitPicture(experiment, network(experiment), { layer, unit });

describe('the map of a unit', () => {
  it('is found among all units of the network', () => {
    expect(pictureOf(1, 3)).toMatchObject({ unit: 11, colours: 'signed' });
  });

  it('has its line where the sum z is 0', () => {
    expect(pictureOf(0, 0)?.level).toBe(0);
    expect(pictureOf(0, 0, setLayer(networkExperiment, 0, { activation: 'sigmoid' }))?.level).toBe(0.5);
    expect(pictureOf(0, 0, setLayer(networkExperiment, 0, { activation: 'softplus' }))?.level).toBeCloseTo(
      Math.LN2,
    );
  });

  it('of an output is the probability of its class', () => {
    expect(pictureOf(2, 2)).toMatchObject({ unit: 2, colours: { class: 2 }, level: 0.5 });
    const single = setOutputActivation(choosePreset(networkExperiment, 'xor'), 'sigmoid');
    expect(pictureOf(2, 0, single)).toMatchObject({ unit: 0, colours: 'eitherClass' });
  });

  it('of an input is the input over the plane, left to right or bottom to top', () => {
    const grid = pictureOf(-1, 1)?.maps.get();
    const cells = 96 * 96;
    expect(grid).toMatchObject({ columns: 96, rows: 96, units: 2 });
    expect(grid?.values[cells]).toBeCloseTo(8 - 16 / 192);
    expect(grid?.values[2 * cells - 1]).toBeCloseTo(-8 + 16 / 192);
  });

  it('is none for the output of a regression, which the plane shows anyhow, and for a unit that is gone', () => {
    const surface = chooseTask(networkExperiment, 'regression2');
    expect(pictureOf(2, 0, surface)).toBeNull();
    expect(pictureOf(1, 0, surface)).not.toBeNull();
    expect(pictureOf(0, 8)).toBeNull();
    expect(pictureOf(7, 0)).toBeNull();
    expect(unitPicture(networkExperiment, plan, { layer: -1, unit: 2 })).toBeNull();
  });
});
