/** What the symbol that is looked at stands for, in words; before any is, how to look at one. */
import { isOfLayer, type LayerSymbol, type SymbolRef } from '../../../engine/model/symbolRef';
import { network } from '../../../store/derived';
import { partsShown } from '../../../store/screen';
import { useStore } from '../../../store/store';
import { useWords } from '../../controls/useWords';
import styles from './SymbolLegend.module.css';
import { useFocusedSymbol } from './useFocusedSymbol';

export function SymbolLegend() {
  const { t } = useWords();
  const focus = useFocusedSymbol();
  const words = useSymbolWords();
  const hasNetwork = useStore(({ view }) => partsShown(view).includes('network'));
  return (
    <p className={styles.legend} aria-live="polite" data-legend={focus ? true : undefined}>
      {focus ? (
        <>
          {isOfLayer(focus) && <LayerName {...focus} />} {words(focus)}
        </>
      ) : (
        hasNetwork && t('equations.howTo')
      )}
    </p>
  );
}

/** dW, W, b, z or a with its layer; nothing for a whole layer or unit. */
function LayerName({ quantity, layer, unit, from }: LayerSymbol) {
  if (quantity === 'layer' || quantity === 'unit') return null;
  const places = [unit, from].filter((place) => place !== undefined).map((place) => place + 1);
  return (
    <b className={styles.name}>
      {quantity}
      <sup>[{layer + 1}]</sup>
      {places.length > 0 && <sub>{places.join(',')}</sub>}
    </b>
  );
}

/** Says in words what a symbol stands for. */
function useSymbolWords(): (symbol: SymbolRef) => string {
  const { t } = useWords();
  const plan = useStore(({ experiment }) => network(experiment));
  const layerName = (layer: number) => {
    if (layer < 0) return t('equations.layers.inputs');
    return layer < plan.layers.length - 1
      ? t('equations.layers.hidden', { n: layer + 1 })
      : t('equations.layers.output');
  };
  return (symbol) => {
    if (!isOfLayer(symbol)) return t(`equations.symbols.${symbol.quantity}`);
    const { quantity, unit, from } = symbol;
    const layer = layerName(symbol.layer);
    if (quantity === 'layer') return layer;
    if (quantity === 'a' && symbol.layer < 0) return t('equations.symbols.inputs');
    const ends = { layer, unit: (unit ?? 0) + 1, from: (from ?? 0) + 1 };
    const key = quantity === 'unit' || unit === undefined ? quantity : entryKeys[quantity];
    if (key === 'weight' && from === undefined) return t('equations.symbols.row', ends);
    return t(`equations.symbols.${key}`, ends);
  };
}

const entryKeys = {
  W: 'weight',
  b: 'bias',
  z: 'unitSum',
  a: 'unitAnswer',
  dW: 'weightSlope',
  db: 'biasSlope',
  dz: 'sumSlope',
} as const;
