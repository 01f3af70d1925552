/** The steps of the course beside the program: a press scrolls to where one begins. */
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { useWords } from '../../controls/useWords';
import styles from './Steps.module.css';

export interface StepsProps {
  /** Index of the line that begins each step, from step 0 on. */
  starts: readonly number[];
  onStep: (line: number) => void;
}

export function Steps({ starts, onStep }: StepsProps) {
  const { t } = useWords();
  const titles = [t('data.title'), t('model.title'), t('loss.title'), t('training.title')];
  return (
    <Group aria-label={t('code.steps')} className={styles.steps ?? ''}>
      {starts.map((line, step) => (
        <Button key={titles[step]} className={styles.step ?? ''} onPress={() => onStep(line)}>
          <span className={styles.number}>{step}</span> {titles[step]}
        </Button>
      ))}
    </Group>
  );
}
