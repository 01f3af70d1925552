/**
 * Rows from a spreadsheet as points to be added: coordinates and class (or target) in this order, or under their names. Classes are
 * numbers from 1, as the table shows them; rows of two coordinates alone take the class or value that new points have.
 */
import { widenedTo } from '../../../../engine/data/planeRange';
import type { DataSpec } from '../../../../engine/experiment';
import { limits } from '../../../../engine/experiment';
import { type CsvTrouble, readCsv } from '../../../../persistence/csv';
import { type CsvColumn, examineColumns } from '../../../../persistence/csvColumns';
import { type CsvChoice, guessChoice } from '../../../../persistence/csvGuess';
import { fitPlane } from '../../../../persistence/csvPlane';
import { type CsvPoints, takePoints } from '../../../../persistence/csvPoints';
import { addPoints, ownSource, setPlane } from '../../../../store/dataEdits';
import { edit } from '../../../../store/store';

export interface PastedRows {
  readonly points: CsvPoints;
  readonly columns: readonly CsvColumn[];
  readonly choice: CsvChoice;
}

/** Reads a paste for the task of `data`; `newY` is the class, from 0, or value of points that come without. */
export async function readPasted(
  text: string,
  data: DataSpec,
  newY: number,
): Promise<PastedRows | CsvTrouble> {
  const table = await readCsv(text);
  if ('kind' in table) return table;
  const columns = await examineColumns(table);
  const guess = guessChoice(columns, table.rows.length);
  const isBare = data.inputs === 2 && guess.x2 === null;
  const choice = isBare ? bareChoice(guess) : choiceFor(guess, data);
  const taken = takePoints(table, columns, choice);
  const points = isBare ? { ...taken, y: taken.y.map(() => newY) } : taken;
  return { points: withinRoom(points, data), columns, choice };
}

/** Two coordinates; the first of them stands for the answer that is not there. */
function bareChoice({ hasHeader }: CsvChoice): CsvChoice {
  return { hasHeader, task: 'regression', x1: 0, x2: 1, y: 0 };
}

function choiceFor(guess: CsvChoice, { task, inputs }: DataSpec): CsvChoice {
  const x2 = inputs === 1 ? null : guess.x2;
  return { ...guess, task, x2, saysClass: task === 'classification' };
}

function withinRoom(points: CsvPoints, { source }: DataSpec): CsvPoints {
  const present = source.kind === 'own' ? source.y.length : source.points;
  const isTooMuch = present + points.y.length > limits.points;
  return isTooMuch && points.trouble === null ? { ...points, trouble: 'tooManyPoints' } : points;
}

/** Adds them, on a plane that shows them: about them where there were none, or else widened; one step of undo. */
export function addPasted({ x1, x2, y }: Pick<CsvPoints, 'x1' | 'x2' | 'y'>): void {
  edit((experiment) => {
    const added = addPoints(
      experiment,
      x1.map((value, i) => ({ x1: value, x2: x2[i] ?? 0, y: y[i] ?? 0 })),
    );
    const { inputs, plane } = added.data;
    const vertical = inputs === 1 ? y : x2;
    const isAll = ownSource(added.data).y.length === y.length;
    const isSeen = widenedTo(plane, x1, vertical) === plane;
    if (isSeen || !isAll) return setPlane(added, widenedTo(plane, x1, vertical));
    return setPlane(added, fitPlane(plane, x1, vertical, inputs === 2));
  });
}
