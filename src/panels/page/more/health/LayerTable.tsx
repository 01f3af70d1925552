/** The layers side by side as they are now: dead and saturated units, and where activations and weights lie. */

import { figure } from '../../../../drawings/figure';
import { endsOf, peakOf } from '../../../../drawings/health/bars';
import { LayerHistogram } from '../../../../drawings/health/LayerHistogram';
import { ShareBar } from '../../../../drawings/health/ShareBar';
import { outputActivations } from '../../../../engine/model/activations';
import type { LayerPlan, NetworkPlan } from '../../../../engine/model/network';
import type { Health, Histogram, LayerHealth } from '../../../../engine/training/snapshot';
import { useWords } from '../../../controls/useWords';
import styles from './LayerTable.module.css';

export interface LayerTableProps {
  health: Health;
  plan: NetworkPlan;
  /** [layer] */
  names: readonly string[];
}

export function LayerTable({ health, plan, names }: LayerTableProps) {
  const { t, name } = useWords();
  const { epoch, points, layers } = health;
  const columns = plan.layers.map((layer, index) => ({
    ...layer,
    label: names[index] as string,
    seen: layers[index] as LayerHealth,
  }));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <span className={styles.quiet}>
              {t('health.examined', { points, epoch: epoch.toLocaleString('en') })}
            </span>
          </th>
          {columns.map(({ label, activation, units }) => (
            <th key={label} scope="col">
              {label}{' '}
              <span className={styles.quiet}>
                {t('health.layerNote', { activation: name(outputActivations[activation].name), units })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <RowHead title={t('health.flat')} hint={t('health.flatHint')} />
          {columns.map(({ label, seen, units }) => (
            <td key={label}>
              <Flatness seen={seen} units={units} points={points} />
            </td>
          ))}
        </tr>
        <tr>
          <RowHead title={t('health.activations')} hint={t('health.activationsHint')} />
          {columns.map(({ label, seen }) => (
            <td key={label}>
              <Bars of="activationsOf" layer={label} histogram={seen.activations} />
            </td>
          ))}
        </tr>
        <tr>
          <RowHead title={t('health.weights')} hint={t('health.weightsHint')} />
          {columns.map(({ label, seen }) => (
            <td key={label}>
              <Bars of="weightsOf" layer={label} histogram={seen.weights} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function RowHead({ title, hint }: { title: string; hint: string }) {
  return (
    <th scope="row" className={styles.rowHead}>
      <span className={styles.title}>{title}</span> <span className={styles.quiet}>{hint}</span>
    </th>
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
  const counts = { n: Math.round(share * of).toLocaleString('en'), of: of.toLocaleString('en') };
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
