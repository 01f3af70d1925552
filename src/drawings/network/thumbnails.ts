/**
 * The colours of unit thumbnails. Inputs, hidden units and a regression's output: below zero, zero (paper), above zero. Outputs of a
 * classifier: the colour of their class. Knows no canvas.
 */
import type { Task } from '../../engine/data/dataset';
import { firstUnitOf, type NetworkPlan } from '../../engine/model/network';
import type { UnitGrid } from '../../engine/training/snapshot';
import { createPalette, mix, type Palette } from '../colours';
import { colourField, type Range } from '../field';
import type { Theme } from '../theme';
import type { ColumnPlace, NetworkLayout } from './layoutNetwork';
import { layerScale } from './unitScales';

export interface ThumbnailPalettes {
  readonly signed: Palette;
  /** One output of two classes: from the first class over paper to the second. */
  readonly eitherClass: Palette;
  /** One output a class. [class] */
  readonly classes: readonly Palette[];
}

export function thumbnailPalettes({ plane, positive, negative, classes }: Theme): ThumbnailPalettes {
  const full = 0.88;
  const [first, second] = [classes[0]!, classes[1]!];
  return {
    signed: createPalette([mix(plane, negative, full), plane, mix(plane, positive, full)]),
    eitherClass: createPalette([mix(plane, first, full), plane, mix(plane, second, full)]),
    classes: classes.map((colour) => createPalette([mix(plane, colour, 0.05), mix(plane, colour, 0.95)])),
  };
}

/** The grid that holds a column's activations, and the index of the column's first unit in it. */
export interface ColumnMaps {
  readonly grid: UnitGrid;
  readonly firstUnit: number;
}

/** [column]; null where nothing is known yet. */
export function columnMaps(
  plan: NetworkPlan,
  layout: NetworkLayout,
  inputMaps: UnitGrid | null,
  unitMaps: UnitGrid | null,
): (ColumnMaps | null)[] {
  return layout.columns.map(({ layer }) => {
    const grid = layer < 0 ? inputMaps : unitMaps;
    const units = layer < 0 ? plan.inputs : plan.unitCount;
    return grid?.units === units ? { grid, firstUnit: firstUnitOf(plan, layer) } : null;
  });
}

/** Range of the activations of a column: symmetric round 0, or 0 … 1 for the outputs of a classifier. */
export function columnRange(column: ColumnPlace, maps: ColumnMaps, task: Task): Range {
  if (column.kind === 'outputs' && task === 'classification') return { low: 0, high: 1 };
  const cells = maps.grid.columns * maps.grid.rows;
  const reach = layerScale(maps.grid.values, maps.firstUnit * cells, column.unitCount * cells);
  return { low: -reach, high: reach };
}

/** Colours the shown units of a column into `pixels`, one below the other. [unit][row][column] */
export function colourColumn(
  pixels: Uint32Array,
  column: ColumnPlace,
  maps: ColumnMaps,
  task: Task,
  palettes: ThumbnailPalettes,
): void {
  const cells = maps.grid.columns * maps.grid.rows;
  const range = columnRange(column, maps, task);
  for (const [i, { unit }] of column.units.entries()) {
    const palette = unitPalette(column, unit, task, palettes);
    const from = (maps.firstUnit + unit) * cells;
    colourField(maps.grid.values, range, palette, pixels, { from, to: i * cells, count: cells });
  }
}

function unitPalette(column: ColumnPlace, unit: number, task: Task, palettes: ThumbnailPalettes): Palette {
  if (column.kind !== 'outputs' || task === 'regression') return palettes.signed;
  return column.unitCount === 1 ? palettes.eitherClass : palettes.classes[unit % palettes.classes.length]!;
}
