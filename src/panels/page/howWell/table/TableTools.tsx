/** What can be done with rows, and how many there are. */
import { ArrowUpDown, ClipboardPaste, Plus, Trash2 } from 'lucide-react';
import type { DataSpec } from '../../../../engine/experiment';
import { limits } from '../../../../engine/experiment';
import { addPoints, type NewPoint, removePoints } from '../../../../store/dataEdits';
import { prepared } from '../../../../store/derived';
import { edit, store, useStore } from '../../../../store/store';
import { ActionButton } from '../../../controls/ActionButton';
import { useWords } from '../../../controls/useWords';
import { CsvButton } from '../../../shared/csv/CsvButton';
import { formatCount } from '../../../shared/formats';
import styles from './DataTable.module.css';
import type { Grid } from './useGrid';
import type { RowOrder } from './useRowOrder';

interface TableToolsProps {
  data: DataSpec;
  rows: RowOrder;
  grid: Grid;
  onPaste: () => void;
}

const iconSize = 14;

export function TableTools({ data, rows, grid, onPaste }: TableToolsProps) {
  const { t } = useWords();
  const { split } = prepared(data);
  const points = rows.order.length;
  const isFull = points >= limits.points;
  const add = () => {
    edit((experiment) => addPoints(experiment, [newPoint(data)]));
    // Added points come last in the document and in the table.
    grid.startEditing({ row: points, column: 'x1' }, undefined, points);
  };
  return (
    <div className={styles.tools}>
      <ActionButton
        label={t('table.add')}
        icon={<Plus size={iconSize} />}
        onPress={add}
        disabled={isFull}
        hint={isFull ? t('table.full', { most: formatCount(limits.points) }) : t('table.hints.add')}
      />
      <ActionButton
        label={t('table.paste')}
        icon={<ClipboardPaste size={iconSize} />}
        onPress={onPaste}
        disabled={isFull}
        hint={t('table.hints.paste')}
      />
      <CsvButton />
      {rows.isOld && (
        <ActionButton
          label={t('table.sortAgain')}
          icon={<ArrowUpDown size={iconSize} />}
          onPress={rows.sortAgain}
          hint={t('table.hints.sortAgain')}
        />
      )}
      <DeleteSelected />
      <p className={styles.summary}>
        {t('table.summary', {
          points: formatCount(points),
          train: formatCount(split.train.length),
          test: formatCount(split.test.length),
        })}
      </p>
    </div>
  );
}

function DeleteSelected() {
  const { t } = useWords();
  const selection = useStore((state) => state.view.selection);
  if (selection.size === 0) return null;
  return (
    <ActionButton
      label={t('table.deleteSelected', { n: formatCount(selection.size) })}
      icon={<Trash2 size={iconSize} />}
      onPress={() => edit((experiment) => removePoints(experiment, selection))}
      hint={t('table.hints.deleteSelected')}
    />
  );
}

/** In the middle of the plane, with the class of the brush or the value of new points. */
function newPoint({ task, inputs, plane }: DataSpec): NewPoint {
  const { tool, newValue } = store.getState().view;
  const middle = ([low, high]: readonly [number, number]) => (low + high) / 2;
  const place = { x1: middle(plane.x), x2: inputs === 1 ? 0 : middle(plane.y) };
  if (task === 'classification') return { ...place, y: tool.kind === 'brush' ? tool.class : 0 };
  return { ...place, y: inputs === 1 ? middle(plane.y) : newValue };
}
