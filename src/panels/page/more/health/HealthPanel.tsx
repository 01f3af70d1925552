/** How the layers fare: sizes of gradients and updates over the epochs, and where each layer's units and weights lie now. */
import { useMemo } from 'react';
import { LayerCurves, type LayerWords } from '../../../../drawings/health/LayerCurves';
import { useThrottled } from '../../../../drawings/useThrottled';
import { punctuationOf } from '../../../../i18n/languages';
import { network, prepared } from '../../../../store/derived';
import { sourceOf, useStore } from '../../../../store/store';
import { useWords } from '../../../controls/useWords';
import type { Words } from '../../../shared/punctuation';
import styles from './HealthPanel.module.css';
import { LayerTable } from './LayerTable';

const followMs = 200;
const history = sourceOf(({ latest }) => latest.healthHistory.rows);
const latest = sourceOf((state) => state.latest.health);
/** An update of a thousandth of the weights is customary; half a power of ten to either side. */
const customaryRatio = [3e-4, 3e-3] as const;

export function HealthPanel() {
  const { t } = useWords();
  const experiment = useStore((state) => state.experiment);
  const plan = network(experiment);
  const seen = useThrottled(latest, followMs);
  const names = useMemo(
    () =>
      plan.layers.map((_, layer) =>
        layer === plan.layers.length - 1 ? t('model.output') : t('model.hidden', { n: layer + 1 }),
      ),
    [plan, t],
  );
  // Just after a change of the model, the latest examination is of the old one.
  if (seen?.layers.length !== plan.layers.length) {
    const trains = prepared(experiment.data).split.train.length > 0;
    return <p className={styles.quiet}>{trains ? t('health.empty') : t('health.noPoints')}</p>;
  }
  return (
    <div className={styles.panel}>
      <Gradients names={names} />
      <Updates names={names} />
      <LayerTable health={seen} plan={plan} names={names} />
    </div>
  );
}

interface ChartProps {
  /** [layer] */
  names: readonly string[];
}

function Gradients({ names }: ChartProps) {
  const words = useWords();
  const { t } = words;
  const rows = useThrottled(history, followMs);
  const norms = useMemo(() => rows.map(({ epoch, gradientNorms: values }) => ({ epoch, values })), [rows]);
  return (
    <section className={styles.chart}>
      <h3>{t('health.gradient')}</h3>
      <p className={styles.hint}>{t('health.gradientHint')}</p>
      <div className={styles.plot}>
        <LayerCurves
          rows={norms}
          layers={names}
          words={chartWords(words, t('health.gradient'), t('health.empty'))}
        />
      </div>
    </section>
  );
}

function Updates({ names }: ChartProps) {
  const words = useWords();
  const { t } = words;
  const rows = useThrottled(history, followMs);
  const ratios = useMemo(
    () =>
      rows
        .map(({ epoch, updateRatios: values }) => ({ epoch, values }))
        .filter(({ values }) => values.some((ratio) => !Number.isNaN(ratio))),
    [rows],
  );
  return (
    <section className={styles.chart}>
      <h3>{t('health.ratio')}</h3>
      <p className={styles.hint}>{t('health.ratioHint')}</p>
      <div className={styles.plot}>
        <LayerCurves
          rows={ratios}
          layers={names}
          band={customaryRatio}
          words={chartWords(words, t('health.ratio'), t('health.noUpdates'))}
        />
      </div>
    </section>
  );
}

function chartWords({ t, locale }: Words, label: string, empty: string): LayerWords {
  const { comma, listComma } = punctuationOf(locale);
  return {
    label,
    empty,
    comma,
    listComma,
    epoch: t('health.epoch'),
    atFoot: (layers) => t('health.atFoot', { layers }),
    noLine: (layers) => t('health.noLine', { layers }),
  };
}
