/** Which column each input is, and which class each value of y, where the points have names. Symbols need no translation. */
import { network } from '../../../store/derived';
import { useStore } from '../../../store/store';
import { useNames } from '../../shared/dataNames';
import styles from './DataNames.module.css';

export function DataNames() {
  const names = useNames();
  const { task, inputs, classes } = useStore(({ experiment }) => experiment.data);
  const isSingle = useStore(({ experiment }) => (network(experiment).layers.at(-1)?.units ?? 1) === 1);
  if (!names) return null;
  // One output codes the classes 0 and 1; several are counted from 1.
  const first = isSingle ? 0 : 1;
  const meanings = [
    [inputs === 1 ? 'x' : 'x₁', names.x1],
    ['x₂', inputs === 2 ? names.x2 : ''],
    ...(task === 'regression'
      ? [['y', names.y]]
      : names.classes.slice(0, classes).map((name, index) => [`y = ${index + first}`, name])),
  ].filter(([, name]) => name !== '');
  if (meanings.length === 0) return null;
  return (
    <dl className={styles.names}>
      {meanings.map(([symbol, name]) => (
        <div key={symbol}>
          <dt>{symbol}</dt>
          <dd>{name}</dd>
        </div>
      ))}
    </dl>
  );
}
