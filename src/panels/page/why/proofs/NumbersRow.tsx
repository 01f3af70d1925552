/** Kernel and bias of a layer with their names, as matrices: a row for each unit. */
import { Matrix } from '../../../../drawings/equations/Matrix';
import { Formula } from '../../../../drawings/formula/Formula';
import { weightText } from '../../../../drawings/network/valueLabels';
import type { AffineMap } from '../../../../engine/model/collapse';
import { useWords } from '../../../controls/useWords';
import styles from './Proofs.module.css';

export interface NumbersRowProps {
  /** LaTeX before the sign of equality. */
  readonly kernelName: string;
  readonly biasName: string;
  readonly map: AffineMap;
  /** What the proof arrives at. */
  readonly isResult?: boolean;
}

export function NumbersRow({ kernelName, biasName, map, isResult = false }: NumbersRowProps) {
  const { inputs, units, kernel, bias } = map;
  return (
    <div className={styles.numbers} data-result={isResult || undefined}>
      <Named
        latex={kernelName}
        rows={units}
        columns={inputs}
        at={(row, column) => kernel[column * units + row] as number}
      />
      <Named latex={biasName} rows={units} columns={1} at={(row) => bias[row] as number} />
    </div>
  );
}

interface NamedProps {
  readonly latex: string;
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => number;
}

function Named({ latex, rows, columns, at }: NamedProps) {
  const { t } = useWords();
  return (
    <span className={styles.named}>
      <Formula latex={`${latex} =`} />
      <Matrix
        rows={rows}
        columns={columns}
        at={at}
        text={weightText}
        label={latex}
        words={{
          open: (size) => t('equations.openMatrix', { size }),
          close: (size) => t('equations.closeMatrix', { size }),
        }}
      />
    </span>
  );
}
