/** The experiment as code: the three steps in a few lines of Keras, and below them the whole program, in four libraries. */
import { look, useStore } from '../../../store/store';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';
import { Fold } from '../../shared/Fold';
import styles from './CodePage.module.css';
import { ShortProgram } from './ShortProgram';
import { WholeProgram } from './WholeProgram';

export function CodePage() {
  const { t } = useWords();
  const code = useStore((state) => state.view.code);
  return (
    <div className={styles.page}>
      <ShortProgram />
      <Fold
        title={t('code.whole')}
        isOpen={code.whole}
        onOpen={(whole) => look({ code: { ...code, whole } })}
        hint={taught(t('code.hints.whole'), 'code')}
      >
        <WholeProgram />
      </Fold>
    </div>
  );
}
