/** What each input is over the plane, as the diagram and the plane draw it. Does not change while training. */
import { planeGrid } from '../../../engine/data/inputs';
import type { PreparedData } from '../../../engine/data/prepareData';
import type { DataSpec } from '../../../engine/experiment';
import type { UnitGrid } from '../../../engine/training/snapshot';

/** [input][row][column] */
export function inputMaps(
  { plane, inputs }: Pick<DataSpec, 'plane' | 'inputs'>,
  { inputMap }: Pick<PreparedData, 'inputMap'>,
  columns: number,
): UnitGrid {
  const rows = inputs === 1 ? 1 : columns;
  const grid = planeGrid(plane, columns, rows);
  const cells = columns * rows;
  const byCell = inputMap.fill(grid.x1, grid.x2);
  const values = new Float32Array(byCell.length);
  for (let cell = 0; cell < cells; cell++) {
    for (let input = 0; input < inputMap.width; input++) {
      values[input * cells + cell] = byCell[cell * inputMap.width + input] as number;
    }
  }
  return { columns, rows, units: inputMap.width, values };
}
