/** Questions about models of this kind, a card each. An open one has its own experiment; Back gives the learner's own again. */
import { ArrowLeft } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { leaveQuestion, openQuestion } from '../../../store/page';
import { useStore } from '../../../store/store';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import { type WhyId, whyIds, whyQuestions } from './questions';
import styles from './WhyPage.module.css';

export function WhyPage() {
  const open = useStore(({ question }) => whyIds.find((id) => id === question?.id) ?? null);
  const top = useRef<HTMLDivElement>(null);
  const shown = useRef(open);
  useEffect(() => {
    // The pressed button no longer exists: the focus goes to the title of a question, or back to the card in the list.
    if (shown.current !== open) {
      top.current?.parentElement?.scrollTo({ top: 0 });
      const target = open ? 'h2' : `[data-question=${shown.current}]`;
      top.current?.querySelector<HTMLElement>(target)?.focus();
    }
    shown.current = open;
  }, [open]);
  return (
    <div ref={top} className={styles.page}>
      {open ? <Question key={open} id={open} /> : whyIds.map((id) => <Card key={id} id={id} />)}
    </div>
  );
}

function Card({ id }: { id: WhyId }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      className={styles.card}
      data-question={id}
      onClick={() => openQuestion(id, whyQuestions[id].experiment)}
    >
      <span className={styles.title}>{t(`why.cards.${id}.title`)}</span>
      <span className={styles.words}>{t(`why.cards.${id}.words`)}</span>
    </button>
  );
}

function Question({ id }: { id: WhyId }) {
  const { t } = useWords();
  const { Content } = whyQuestions[id];
  return (
    <>
      <div className={styles.back}>
        <ActionButton
          variant="quiet"
          icon={<ArrowLeft />}
          label={t('why.back')}
          onPress={() => leaveQuestion()}
          hint={t('why.backHint')}
        />
      </div>
      <h2 className={styles.title} tabIndex={-1}>
        {t(`why.cards.${id}.title`)}
      </h2>
      <p className={styles.words}>{t(`why.cards.${id}.words`)}</p>
      <div className={styles.content}>
        <Suspense fallback={<p className={styles.words}>{t('page.loading')}</p>}>
          <Content />
        </Suspense>
      </div>
    </>
  );
}
