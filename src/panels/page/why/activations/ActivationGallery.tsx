/**
 * Every activation side by side, read off at one z that all pictures share, over the z that the chosen layer of the network really
 * has: where those heap up on a shaded stretch, hardly any gradient comes through.
 */
import { useState } from 'react';
import { zRange } from '../../../../drawings/activation/activationScale';
import type { LogitSpread } from '../../../../engine/training/logitSpread';
import { network } from '../../../../store/derived';
import { useStore } from '../../../../store/store';
import { Choice } from '../../../controls/Choice';
import { NumberSlider } from '../../../controls/NumberSlider';
import { useWords } from '../../../controls/useWords';
import { ActivationCard } from './ActivationCard';
import styles from './ActivationGallery.module.css';
import { cards } from './cards';
import { useSpread } from './useSpread';

export function ActivationGallery() {
  const { t } = useWords();
  const [z, setZ] = useState(1);
  const plan = useStore(({ experiment }) => network(experiment));
  const [chosen, setChosen] = useState(0);
  // A layer that is gone: the last one that is left.
  const layer = Math.min(chosen, plan.layers.length - 1);
  const spread = useSpread(layer);
  const names = plan.layers.map((_, index) =>
    index === plan.layers.length - 1 ? t('model.output') : t('model.hidden', { n: index + 1 }),
  );
  return (
    <div className={styles.gallery}>
      <div className={styles.controls}>
        <div className={styles.slider}>
          <NumberSlider
            label="z"
            value={z}
            range={zRange}
            step={0.01}
            scale="linear"
            onChange={setZ}
            hint={t('activations.hints.z')}
          />
        </div>
        <div className={styles.layer}>
          <Choice
            label={t('activations.spreadOf')}
            items={names.map((label, index) => ({ id: String(index), label }))}
            value={String(layer)}
            onChange={(id) => setChosen(Number(id))}
            hint={t('activations.hints.spread')}
          />
        </div>
        <p className={styles.note}>{spreadWords(t, spread)}</p>
      </div>
      <p className={styles.key} aria-hidden="true">
        <span data-line="value">g(z)</span>
        <span data-line="slope">g′(z)</span>
        <span data-line="flat">{t('activations.flatKey')}</span>
        <span data-line="histogram">{t('activations.histogramKey')}</span>
      </p>
      <div className={styles.cards}>
        {cards.map((card) => (
          <ActivationCard
            key={card.id}
            card={card}
            histogram={spread?.histogram ?? null}
            z={z}
            onZ={setZ}
            isUsed={plan.layers[layer]?.activation === card.id}
          />
        ))}
      </div>
    </div>
  );
}

/** Says what of the histogram the pictures cannot show. */
function spreadWords(t: ReturnType<typeof useWords>['t'], spread: LogitSpread | null): string {
  if (!spread) return '';
  if (Number.isNaN(spread.below)) return t('activations.noSpread');
  const { below, above } = spread;
  if (below + above < 0.005) return '';
  const percent = (share: number) => String(Math.round(100 * share));
  return t('activations.outside', { below: percent(below), above: percent(above) });
}
