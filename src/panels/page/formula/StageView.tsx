/** A stage: its formulas, the same with their numbers below, and the figures that belong to it. */
import { Matrix, type MatrixEntry } from '../../../drawings/equations/Matrix';
import { stageLatex } from '../../../drawings/equations/numbersLatex';
import type { EquationStage, MatrixPart, StagePart, StageRow } from '../../../drawings/equations/stage';
import { digits, figure } from '../../../drawings/figure';
import { Formula } from '../../../drawings/formula/Formula';
import { FormulaLines } from '../../../drawings/formula/FormulaLines';
import { plainLatex } from '../../../drawings/formula/markedLatex';
import { look } from '../../../store/store';
import { useWords } from '../../controls/useWords';
import { CopyText } from '../../shared/CopyText';
import styles from './OneStep.module.css';
import { lookAtSymbol, useFocusedSymbol } from './useFocusedSymbol';

interface StageViewProps {
  readonly stage: EquationStage;
  /** Of the points that the update sees, in the data. */
  readonly indices: readonly number[];
}

export function StageView({ stage, indices }: StageViewProps) {
  const { t } = useWords();
  const focus = useFocusedSymbol();
  const { lines, rows, figures, notes } = stage;
  return (
    <div className={styles.stage}>
      <div className={styles.formulas}>
        <FormulaLines lines={lines} lit={focus} onSymbol={lookAtSymbol} label={t('equations.formula')} />
        {notes.map((note) => (
          <p key={note} className={styles.note}>
            {t(`equations.step.notes.${note}`)}
          </p>
        ))}
      </div>
      <div className={styles.numbers}>
        {figures.length > 0 && (
          <dl className={styles.figures}>
            {figures.map(({ latex, value }) => (
              <div key={latex}>
                <dt>
                  <Formula latex={latex} lit={focus} />
                </dt>
                <dd>= {figureText(value)}</dd>
              </div>
            ))}
          </dl>
        )}
        {rows.map((row) => (
          <Row key={row.name} row={row} indices={indices} />
        ))}
      </div>
      <div className={styles.copy}>
        <CopyText
          iconOnly
          label={t('equations.copyOne')}
          hint={t('equations.copyHint')}
          text={() => stageLatex(stage)}
        />
      </div>
    </div>
  );
}

/** Four significant digits, so that settings read as they were set. */
function figureText(value: number): string {
  const size = Math.abs(value);
  if (!(size >= 1e-3 && size < 1e5)) return figure(value);
  return String(Number(value.toPrecision(4))).replace('-', '−');
}

interface RowProps {
  readonly row: StageRow;
  readonly indices: readonly number[];
}

/** `name = parts = result`, in one line as long as there is room. */
function Row({ row: { name, parts, result }, indices }: RowProps) {
  const focus = useFocusedSymbol();
  return (
    <div className={styles.row} data-row={plainLatex(name)} data-worked={parts.length > 0 || undefined}>
      <Sign latex={`${name} =`} />
      {parts.map((part, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place
        <Part key={i} part={part} label={`${plainLatex(name)} ${i + 1}`} {...{ focus, indices }} />
      ))}
      <div className={styles.result}>
        {parts.length > 0 && <Sign latex="=" />}
        <Part part={result} label={plainLatex(name)} {...{ focus, indices }} />
      </div>
    </div>
  );
}

interface PartProps {
  readonly indices: readonly number[];
  readonly part: StagePart;
  readonly label: string;
  readonly focus: ReturnType<typeof useFocusedSymbol>;
}

function Part({ part, ...props }: PartProps) {
  return part.kind === 'sign' ? <Sign latex={part.latex} /> : <Numbers part={part} {...props} />;
}

function Sign({ latex }: { readonly latex: string }) {
  return (
    <span className={styles.sign}>
      <Formula latex={latex} lit={useFocusedSymbol()} />
    </span>
  );
}

const fold = { rows: 5, columns: 4 };

function Numbers({ part, label, focus, indices }: PartProps & { readonly part: MatrixPart }) {
  const { t } = useWords();
  // The point of an entry is ringed on the plane.
  const point = (entry: MatrixEntry | null) => {
    const at = entry && (part.isTransposed ? entry.row : entry.column);
    look({ pointed: at === null ? null : (indices[at] ?? null) });
  };
  return (
    <Matrix
      {...part}
      // Classes are 0 and 1.
      text={(value) => digits(value, part.symbol?.quantity === 'y' && Number.isInteger(value) ? 0 : 3)}
      label={label}
      fold={fold}
      lit={focus}
      onSymbol={lookAtSymbol}
      onEntry={part.isOfPoints ? point : undefined}
      words={{
        open: (size) => t('equations.openMatrix', { size }),
        close: (size) => t('equations.closeMatrix', { size }),
      }}
    />
  );
}
