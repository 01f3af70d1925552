/** One activation: formula, picture, and what is to be known of it in five lines. */
import { ActivationPlot } from '../../../../drawings/activation/ActivationPlot';
import { figure } from '../../../../drawings/figure';
import { Formula } from '../../../../drawings/formula/Formula';
import type { FlatStretch } from '../../../../engine/model/activations/flatness';
import type { Histogram } from '../../../../engine/training/snapshot';
import { useWords } from '../../../controls/useWords';
import styles from './ActivationCard.module.css';
import { type Card, wordsOf } from './cards';

export interface ActivationCardProps {
  readonly card: Card;
  /** Of z in the chosen layer; null before there is one. */
  readonly histogram: Histogram | null;
  readonly z: number;
  readonly onZ: (z: number) => void;
  /** The chosen layer of the network has it. */
  readonly isUsed: boolean;
}

export function ActivationCard({ card, histogram, z, onZ, isUsed }: ActivationCardProps) {
  const { t, name } = useWords();
  const { id, at, derivative, range, flat, period } = card;
  const words = wordsOf(id);
  const label = name(words.name);
  const again = period === null ? '' : t('activations.again', { period: figure(period) });
  const notes = { none: t('activations.nowhere'), or: t('activations.or'), again };
  const listed = period === null ? flat : flat.filter(([from]) => from >= 0 && from < period);
  return (
    <article className={styles.card} aria-label={label} data-activation={id}>
      <h3 className={styles.title}>
        {label}
        {isUsed && <span className={styles.used}>{t('activations.used')}</span>}
      </h3>
      <div className={styles.formula}>
        <Formula latex={words.formula} />
      </div>
      <div className={styles.plot}>
        <ActivationPlot
          {...{ at, derivative, flat, histogram, z, onZ }}
          label={t('activations.plot', { name: label })}
        />
      </div>
      <p className={styles.reading} data-reading={id}>
        <span className={styles.value}>
          g({figure(z)}) = {figure(at(z))}
        </span>
        <span className={styles.slope}>
          g′({figure(z)}) = {figure(derivative(z))}
        </span>
      </p>
      <dl className={styles.facts}>
        <dt>{t('activations.range')}</dt>
        <dd>{rangeText(range)}</dd>
        <dt>{t('activations.flat')}</dt>
        <dd>{flatText(listed, notes)}</dd>
        <dt>{t('activations.cost')}</dt>
        <dd>{name(words.cost)}</dd>
        <dt>{t('activations.use')}</dt>
        <dd>{name(words.use)}</dd>
        {id === 'softmax' && (
          <>
            <dt>{t('activations.shown')}</dt>
            <dd>{t('activations.softmaxShown')}</dd>
          </>
        )}
      </dl>
    </article>
  );
}

function rangeText([low, high]: Card['range']): string {
  return `${figure(low)} … ${figure(high)}`;
}

/** "z < −2.89 or z > 2.89"; `again` says that the stretches repeat themselves. */
function flatText(
  flat: readonly FlatStretch[],
  { none, or, again }: { none: string; or: string; again: string },
): string {
  if (flat.length === 0) return none;
  const parts = flat.map(([from, to]) => {
    if (from === -Infinity) return `z < ${figure(to)}`;
    return to === Infinity ? `z > ${figure(from)}` : `${figure(from)} < z < ${figure(to)}`;
  });
  return parts.join(` ${or} `) + again;
}
