/** What the page can do and which keys work, in a few lines. */
import { useWords } from '../panels/controls/useWords';
import styles from './Help.module.css';

const keys = [
  'play',
  'step',
  'reset',
  'undo',
  'brush',
  'eraser',
  'select',
  'probe',
  'plane',
  'network',
] as const;

export function Help() {
  const { t } = useWords();
  return (
    <div className={styles.help}>
      <p>{t('help.steps')}</p>
      <dl className={styles.keys}>
        {keys.map((id) => (
          <div key={id}>
            <dt>
              <kbd>{t(`help.keys.${id}.key`)}</kbd>
            </dt>
            <dd>{t(`help.keys.${id}.does`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
