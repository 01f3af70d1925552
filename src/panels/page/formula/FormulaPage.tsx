/** The mathematics of the model, live: short, with its numbers on request, and one update of it taken apart below. */
import { type PointerEvent, Suspense, useEffect, useState } from 'react';
import { look } from '../../../store/store';
import { lazyPart } from '../../controls/lazyPart';
import { Toggle } from '../../controls/Toggle';
import { useWords } from '../../controls/useWords';
import { Fold } from '../../shared/Fold';
import { DataNames } from './DataNames';
import styles from './FormulaPage.module.css';
import { SymbolLegend } from './SymbolLegend';
import { WholeModel } from './WholeModel';

const OneStep = lazyPart(async () => (await import('./OneStep')).OneStep);

export function FormulaPage() {
  const { t } = useWords();
  const [hasNumbers, setNumbers] = useState(false);
  const [isOpen, setOpen] = useState(false);
  // A symbol that has left the page must not stay highlighted.
  useEffect(() => () => look({ symbol: null }), []);
  // A finger leaves a symbol by a tap beside it.
  const onPointerDown = ({ pointerType, target }: PointerEvent) => {
    const isOnSymbol = target instanceof Element && target.closest('[data-symbol], [data-entry]');
    if (pointerType === 'touch' && !isOnSymbol) look({ symbol: null });
  };
  return (
    <div className={styles.page} onPointerDown={onPointerDown}>
      <div className={styles.head}>
        <SymbolLegend />
        <DataNames />
      </div>
      <div className={styles.numbers}>
        <Toggle
          label={t('equations.numbers')}
          value={hasNumbers}
          onChange={setNumbers}
          hint={t('equations.numbersHint')}
        />
      </div>
      <WholeModel hasNumbers={hasNumbers} />
      <Fold
        title={t('equations.step.title')}
        isOpen={isOpen}
        onOpen={setOpen}
        hint={t('equations.step.titleHint')}
      >
        <Suspense fallback={<p className={styles.loading}>{t('page.loading')}</p>}>
          <OneStep />
        </Suspense>
      </Fold>
    </div>
  );
}
