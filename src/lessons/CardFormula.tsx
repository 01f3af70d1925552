/** The formula of a card: its symbols light the page, and what is looked at there is lit in it. */
import { FormulaLines } from '../drawings/formula/FormulaLines';
import { useWords } from '../panels/controls/useWords';
import { look, useStore } from '../store/store';

interface CardFormulaProps {
  readonly lines: readonly string[];
  readonly className: string | undefined;
}

export function CardFormula({ lines, className }: CardFormulaProps) {
  const { t } = useWords();
  const lit = useStore(({ view }) => view.symbol);
  return (
    <div className={className}>
      <FormulaLines
        lines={lines}
        lit={lit}
        onSymbol={(symbol) => look({ symbol })}
        label={t('learn.formula')}
      />
    </div>
  );
}
