/** The mathematics of the model, live: a choice of views, and one line that says what the symbol under the pointer stands for. */
import { type PointerEvent, Suspense, useEffect } from 'react';
import type { EquationsView } from '../../../store/runState';
import { look, useStore } from '../../../store/store';
import { Segmented } from '../../controls/Segmented';
import { useWords } from '../../controls/useWords';
import styles from './EquationsPanel.module.css';
import { SymbolLegend } from './SymbolLegend';
import { viewIds, views } from './views';

/** Their formulas speak of any network, not of the symbols of this one. */
const withoutSymbols: ReadonlySet<EquationsView> = new Set(['proofs', 'activations']);

export function EquationsPanel() {
  const { t } = useWords();
  const chosen = useStore(({ view }) => view.equationsView);
  // What is not on the page any more lights nothing.
  useEffect(() => () => look({ symbol: null }), []);
  const Content = views[chosen];
  // A finger leaves a symbol by a tap beside it.
  const onPointerDown = ({ pointerType, target }: PointerEvent) => {
    const isOnSymbol = target instanceof Element && target.closest('[data-symbol], [data-entry]');
    if (pointerType === 'touch' && !isOnSymbol) look({ symbol: null });
  };
  return (
    <div className={styles.panel} data-grows onPointerDown={onPointerDown}>
      <div className={styles.head}>
        <Segmented
          label={t('equations.view')}
          items={viewIds.map((id) => ({ id, label: t(`equations.views.${id}`) }))}
          value={chosen}
          onChange={(equationsView) => look({ equationsView, symbol: null })}
        />
        {!withoutSymbols.has(chosen) && <SymbolLegend />}
      </div>
      <Suspense fallback={<p className={styles.loading}>{t('dock.loading')}</p>}>
        <Content />
      </Suspense>
    </div>
  );
}
