/** Logistic regression in three steps: formula, Keras, and the figures of the run for each. */
import { useMemo } from 'react';
import { kerasShort } from '../codegen/keras/kerasShort';
import { programContextOf } from '../codegen/programContext';
import { figure } from '../drawings/figure';
import { Formula } from '../drawings/formula/Formula';
import { useWords } from '../panels/controls/useWords';
import { CodeLines } from '../panels/page/code/CodeTokens';
import { highlight } from '../panels/page/code/highlight';
import { formatEpoch, formatLoss } from '../panels/shared/formats';
import { network, prepared, runSnapshot } from '../store/derived';
import { useStore } from '../store/store';
import { useSnapshot } from '../store/useSnapshot';
import styles from './Figure.module.css';
import { FigurePlane } from './FigurePlane';
import type { FigureProps } from './figure';
import { useFilmLoop } from './useFilmLoop';

const formulas = [
  'f = g(w \\cdot x + b)',
  'J = \\tfrac{1}{m} \\sum L\\bigl(f, y\\bigr)',
  'w \\leftarrow w - \\alpha \\tfrac{\\partial J}{\\partial w},\\; b \\leftarrow b - \\alpha \\tfrac{\\partial J}{\\partial b}',
];

export function ThreeSteps({ moves }: FigureProps) {
  useFilmLoop(moves);
  const { t } = useWords();
  const code = useCode();
  const values = useValues();
  const titles = [t('model.title'), t('loss.title'), t('training.title')];
  return (
    <div className={styles.parts}>
      <div className={styles.second}>
        {titles.map((title, i) => (
          <section key={title} className={styles.step}>
            <h2 className={styles.stepTitle}>
              <span className={styles.number}>{i + 1}</span> {title}
              <span className={styles.formula}>
                <Formula latex={formulas[i] ?? ''} />
              </span>
            </h2>
            <pre className={styles.code}>
              <code>
                <CodeLines lines={code[i] ?? []} />
              </code>
            </pre>
            <p className={styles.values}>{values[i]}</p>
          </section>
        ))}
      </div>
      <div className={styles.first}>
        <FigurePlane />
      </div>
    </div>
  );
}

function useCode() {
  const { locale } = useWords();
  const experiment = useStore((state) => state.experiment);
  return useMemo(() => {
    const context = { experiment, data: prepared(experiment.data), network: network(experiment) };
    const { steps } = kerasShort(programContextOf(context, { locale, inlined: false }));
    return steps.slice(1).map((lines) => highlight(lines, 'python'));
  }, [experiment, locale]);
}

/** What each step stands at. */
function useValues(): string[] {
  const { t } = useWords();
  const snapshot = useSnapshot(runSnapshot);
  if (!snapshot) return ['', '', ''];
  const { parameters, train, epoch } = snapshot;
  const [w1 = 0, w2 = 0, b = 0] = parameters;
  return [
    `w = (${figure(w1)}, ${figure(w2)}),  b = ${figure(b)}`,
    train ? `J = ${formatLoss(train.loss)}` : '',
    `${t('metrics.epoch')} ${formatEpoch(epoch)}`,
  ];
}
