/** The layers one below the other as they are now: dead and saturated units, and where activations and weights lie. */
import { epochFigure, figure } from '../../../../drawings/figure';
import { endsOf, peakOf } from '../../../../drawings/health/bars';
import { LayerHistogram } from '../../../../drawings/health/LayerHistogram';
import { ShareBar } from '../../../../drawings/health/ShareBar';
import { outputActivations } from '../../../../engine/model/activations';
import type { LayerPlan, NetworkPlan } from '../../../../engine/model/network';
import type { Health, Histogram, LayerHealth } from '../../../../engine/training/snapshot';
import { useWords } from '../../../controls/useWords';
import { formatCount } from '../../../shared/formats';
import styles from './LayerTable.module.css';

const measures = ['flat', 'activations', 'weights'] as const;

export interface LayerTableProps {
  health: Health;
  plan: NetworkPlan;
  /** [layer] */
  names: readonly string[];
}

export function LayerTable({ health, plan, names }: LayerTableProps) {
  const { t, name } = useWords();
  const { epoch, points, layers } = health;
  return (
    <section className={styles.layers}>
      <dl className={styles.hints}>
        {measures.map((measure) => (
          <div key={measure}>
            <dt>{t(`health.${measure}`)}</dt>
            <dd>{t(`health.${measure}Hint`)}</dd>
          </div>
        ))}
      </dl>
      <table className={styles.table}>
        <caption className={styles.quiet}>
          {t('health.examined', { points, epoch: epochFigure(epoch) })}
        </caption>
        <thead>
          <tr>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {t(`health.${measure}`)}
              </th>
            ))}
          </tr>
        </thead>
        {plan.layers.map(({ activation, units }, index) => {
          const label = names[index] as string;
          const seen = layers[index] as LayerHealth;
          return (
            <tbody key={label}>
              <tr>
                <th scope="rowgroup" colSpan={measures.length}>
                  {label}{' '}
                  <span className={styles.quiet}>
                    {t('health.layerNote', { activation: name(outputActivations[activation].name), units })}
                  </span>
                </th>
              </tr>
              <tr>
                <td>
                  <Flatness seen={seen} units={units} points={points} />
                </td>
                <td>
                  <Bars of="activationsOf" layer={label} histogram={seen.activations} />
                </td>
                <td>
                  <Bars of="weightsOf" layer={label} histogram={seen.weights} />
                </td>
              </tr>
            </tbody>
          );
        })}
      </table>
    </section>
  );
}

interface FlatnessProps {
  seen: LayerHealth;
  units: LayerPlan['units'];
  /** Points that were examined. */
  points: number;
}

/** Dead units are counted by unit, saturated ones by unit and point. */
function Flatness({ seen: { dead, saturated }, units, points }: FlatnessProps) {
  const { t } = useWords();
  const share = dead ?? saturated;
  if (share === null) return <span className={styles.quiet}>{t('health.neither')}</span>;
  const of = dead === null ? units * points : units;
  const counts = { n: formatCount(share * of), of: formatCount(of) };
  return (
    <ShareBar share={share} text={dead === null ? t('health.saturated', counts) : t('health.dead', counts)} />
  );
}

interface BarsProps {
  of: 'activationsOf' | 'weightsOf';
  layer: string;
  histogram: Histogram;
}

function Bars({ of, layer, histogram }: BarsProps) {
  const { t } = useWords();
  const [low, high] = endsOf(histogram);
  const peak = figure(peakOf(histogram) ?? Number.NaN);
  return (
    <div className={styles.histogram}>
      <LayerHistogram
        histogram={histogram}
        label={t(`health.${of}`, { layer, low: figure(low), high: figure(high), peak })}
        empty={t('health.notFinite')}
      />
    </div>
  );
}
