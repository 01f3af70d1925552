/** What the network sees over the plane: the outputs on a fine grid, every unit on a coarse one. A line for one input. */
import type { PlaneRange } from '../data/dataset';
import type { InputMap } from '../data/inputs';
import { planeGrid } from '../data/inputs';
import type { Device } from '../devices/device';
import type { DataSpec } from '../experiment';
import type { NetworkPlan } from '../model/network';
import type { UnitGrid } from './snapshot';

/** Columns of each grid; rows are the same number, or 1 for one input. */
export interface MapSizes {
  readonly outputs: number;
  readonly units: number;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** [cell][feature] */
  readonly inputs: Float32Array;
}

export interface Maps {
  readonly plane: PlaneRange;
  evaluate(device: Device, sizes: MapSizes): Promise<{ outputs: UnitGrid; unitMaps: UnitGrid }>;
}

export function createMaps(
  { plane, inputs }: Pick<DataSpec, 'plane' | 'inputs'>,
  inputMap: InputMap,
  network: NetworkPlan,
): Maps {
  // The same array for the same size, so that a device can keep it.
  const grids = new Map<number, Grid>();
  const gridOf = (columns: number): Grid => {
    const kept = grids.get(columns);
    if (kept) return kept;
    const rows = inputs === 1 ? 1 : columns;
    const { x1, x2 } = planeGrid(plane, columns, rows);
    const grid = { columns, rows, inputs: inputMap.fill(x1, x2) };
    grids.set(columns, grid);
    return grid;
  };
  const evaluateOn = async (device: Device, columns: number, units: 'outputs' | 'all'): Promise<UnitGrid> => {
    const grid = gridOf(columns);
    const values = await device.evaluate(grid.inputs, grid.columns * grid.rows, units);
    const count = units === 'all' ? network.unitCount : network.outputs;
    return { columns: grid.columns, rows: grid.rows, units: count, values, range: plane };
  };
  return {
    plane,
    evaluate: async (device, sizes) => ({
      outputs: await evaluateOn(device, sizes.outputs, 'outputs'),
      unitMaps: await evaluateOn(device, sizes.units, 'all'),
    }),
  };
}
