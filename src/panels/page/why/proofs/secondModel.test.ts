import { describe, expect, it } from 'vitest';
import { experimentWith } from '../../../../../tests/support/testExperiment';
import { planeGrid } from '../../../../engine/data/inputs';
import { prepareData } from '../../../../engine/data/prepare';
import type { Experiment } from '../../../../engine/experiment';
import { forward } from '../../../../engine/model/forward';
import { initialParameters, planNetwork } from '../../../../engine/model/network';
import { collapsed, logistic } from './secondModel';

/** The network's own answers: of all units over a coarse grid, of the outputs over a finer one. */
function momentOf({ data, model }: Experiment) {
  const prepared = prepareData(data);
  const plan = planNetwork(model, data, prepared.inputMap.width);
  const parameters = initialParameters(plan, model).map((weight, i) => weight + 0.1 * Math.sin(i));
  const mapsOver = (side: number, hasAll: boolean) => {
    const { x1, x2 } = planeGrid(data.plane, side, side);
    const inputs = prepared.inputMap.fill(x1, x2);
    const cells = Array.from({ length: side * side }, (_, cell) => {
      const values = forward(plan, parameters, inputs.subarray(cell * plan.inputs, (cell + 1) * plan.inputs));
      return (hasAll ? values : values.slice(-1)).flatMap(({ outputs }) => Array.from(outputs));
    });
    const units = cells[0]!.length;
    const values = Float32Array.from(
      { length: units * cells.length },
      (_, i) => cells[i % cells.length]!.at(Math.floor(i / cells.length))!,
    );
    return { columns: side, rows: side, units, values };
  };
  return {
    plan,
    prepared,
    moment: { parameters, outputs: mapsOver(12, false), unitMaps: mapsOver(6, true) },
  };
}

const features = ['x1', 'x2', 'x1x2'] as const;

describe('the second model', () => {
  it('of linear layers answers as the network over the whole plane, features standardised', () => {
    const experiment = experimentWith({
      data: { features, standardize: true },
      model: {
        hidden: [
          { units: 4, activation: 'linear' },
          { units: 3, activation: 'linear' },
        ],
      },
    });
    const { plan, prepared, moment } = momentOf(experiment);
    const { difference, outputs, steps } = collapsed(plan, experiment.data, prepared, moment);
    expect(steps).toHaveLength(3);
    expect(outputs).toMatchObject({ columns: 12, rows: 12, units: 4 });
    expect(difference).toBeLessThan(1e-6);
  });

  it.each([
    ['alone', [], 12],
    ['on hidden units', [{ units: 4, activation: 'tanh' }] as const, 6],
  ])('of a softmax of two classes is its sigmoid, %s', (_, hidden, side) => {
    const data = {
      classes: 2,
      source: { kind: 'preset', id: 'moons', points: 60, noise: 0.2, seed: 1 },
    } as const;
    const experiment = experimentWith({ data, model: { hidden, outputActivation: 'softmax' } });
    const { plan, prepared, moment } = momentOf(experiment);
    const { difference, outputs } = logistic(plan, experiment.data, prepared, moment);
    expect(outputs).toMatchObject({ columns: side, rows: side, units: 1 });
    expect(difference).toBeLessThan(1e-6);
    // The sigmoid tells how probable the second class is, the last of the network's units.
    const network = hidden.length > 0 ? moment.unitMaps : moment.outputs;
    expect(outputs.values[5]).toBeCloseTo(network.values.at(5 - side * side)!, 5);
  });

  it('notices a network that answers otherwise', () => {
    const experiment = experimentWith({ model: { hidden: [{ units: 4, activation: 'linear' }] } });
    const { plan, prepared, moment } = momentOf(experiment);
    moment.outputs.values[7]! += 0.01;
    expect(collapsed(plan, experiment.data, prepared, moment).difference).toBeCloseTo(0.01, 4);
  });
});
