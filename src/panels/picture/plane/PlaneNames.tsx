/** What the axes and the classes are called where the points have names of their own; nothing otherwise. */
import { ClassMark } from '../../../drawings/ClassMark';
import { useStore } from '../../../store/store';
import { useNames } from '../../shared/dataNames';
import styles from './PlaneNames.module.css';

export function PlaneNames() {
  const names = useNames();
  const inputs = useStore(({ experiment }) => experiment.data.inputs);
  const classes = useStore(({ experiment: { data } }) => (data.task === 'classification' ? data.classes : 0));
  if (!names) return null;
  const up = inputs === 1 ? names.y : names.x2;
  const named = names.classes.slice(0, classes);
  return (
    <>
      {names.x1 && <span className={`${styles.name} ${styles.across}`}>{names.x1} →</span>}
      {up && <span className={`${styles.name} ${styles.up}`}>↑ {up}</span>}
      {named.length > 0 && (
        <ul className={styles.classes}>
          {named.map((name, index) => (
            <li key={name}>
              <ClassMark classIndex={index} sizePx={12} />
              <span className={styles.class}>{name}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
