/**
 * Rows from a spreadsheet as points to be added: coordinates and class (or target) in this order, or under their names. Classes are
 * numbers from 1, as the table shows them; rows of two coordinates alone take the class or value that new points have.
 */
import { widenedTo } from '../../../../engine/data/planeRange';
import { type DataSpec, limits, pointCount } from '../../../../engine/experiment';
import { type CsvColumn, holdsNumbers } from '../../../../io/csv/columns';
import { fitPlane } from '../../../../io/csv/fitPlane';
import { type CsvPoints, takePoints } from '../../../../io/csv/points';
import { type ExaminedTable, readTableText } from '../../../../io/csv/read';
import { type CsvChoice, guessChoice, type Role } from '../../../../io/csv/roles';
import type { CsvTrouble } from '../../../../io/csv/table';
import { addPoints, ownSource, setPlane } from '../../../../store/dataEdits';
import { edit } from '../../../../store/store';

export interface PastedRows {
  readonly points: CsvPoints;
  readonly columns: readonly CsvColumn[];
  readonly choice: CsvChoice;
}

/**
 * Reads a paste for the task of `data`; `newY` is the class, from 0, or value of points that come without. null for a table of
 * somebody else's: which of its columns mean what is a guess, which is shown before anything is taken.
 */
export async function readPasted(
  text: string,
  data: DataSpec,
  newY: number,
): Promise<PastedRows | CsvTrouble | null> {
  const examined = await readTableText(text);
  if ('kind' in examined) return examined;
  const { columns } = examined;
  const guess = guessChoice(examined.table, columns, examined.layout);
  if (!isOurs(examined, data)) return null;
  const isBare = data.inputs === 2 && !guess.roles.includes('x2');
  const choice = isBare ? bareChoice : choiceFor(guess, data);
  const taken = takePoints(examined, choice);
  const bare: CsvPoints = {
    ...taken,
    y: taken.y.map(() => newY),
    trouble: taken.y.length > 0 ? null : 'noPoints',
  };
  const points = isBare ? bare : taken;
  return { points: withinRoom(points, data), columns, choice };
}

const ownNames = /^(x[\s_]?[12]?|x[₁₂]|y|class|类别|split|划分|prediction|预测|loss|损失|#)$/i;

/** Rows as the table of the page has them: under its own names, or numbers in its own order without any. */
function isOurs({ columns, layout }: ExaminedTable, { inputs }: DataSpec): boolean {
  if (layout.header !== null) return columns.every(({ name }) => ownNames.test(name));
  return columns.length <= inputs + 1 && columns.every(holdsNumbers);
}

/** Two coordinates; the first of them stands for the answer that is not there. */
const bareChoice: CsvChoice = { task: 'regression', roles: ['x1', 'x2'] };

function choiceFor(guess: CsvChoice, { task, inputs }: DataSpec): CsvChoice {
  const isCoordinate = (role: Role) => inputs === 1 && role === 'x2';
  const roles = guess.roles.map((role): Role => (isCoordinate(role) || role === 'split' ? 'unused' : role));
  return { roles, task, saysClass: task === 'classification' };
}

function withinRoom(points: CsvPoints, data: DataSpec): CsvPoints {
  const isTooMuch = pointCount(data) + points.y.length > limits.points;
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
