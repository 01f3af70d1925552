/** Which label becomes which class; buttons put them in another order. */
import { ArrowUp } from 'lucide-react';
import { ClassMark } from '../../../drawings/ClassMark';
import type { CsvLabel } from '../../../io/csv/points';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import { formatCount } from '../formats';
import { shortened } from './csvWords';
import styles from './ImportDialog.module.css';

interface ClassOrderProps {
  labels: readonly CsvLabel[];
  onOrder: (order: string[]) => void;
}

export function ClassOrder({ labels, onOrder }: ClassOrderProps) {
  const { t } = useWords();
  const texts = labels.map(({ text }) => text);
  const earlier = (index: number) => {
    const order = [...texts];
    order.splice(index - 1, 2, texts[index] ?? '', texts[index - 1] ?? '');
    onOrder(order);
  };
  return (
    <div className={styles.order}>
      <span className={styles.label}>{t('table.csv.labels')}</span>
      <ol className={styles.labels} aria-label={t('table.csv.labels')}>
        {labels.map((label, index) => (
          <li key={label.text}>
            <ClassMark classIndex={label.class} sizePx={13} />
            <span className={styles.labelText}>{shortened(label.text)}</span>
            <small>
              {t('table.csv.becomes', { n: label.class + 1, points: formatCount(label.points) })}
              {labels.length === 2 && ` · y = ${index}`}
            </small>
            {index > 0 && (
              <ActionButton
                label={t('table.csv.earlier', { label: shortened(label.text) })}
                icon={<ArrowUp size={14} />}
                iconOnly
                variant="quiet"
                onPress={() => earlier(index)}
                hint={t('table.hints.csvOrder')}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
