/** The kept documents except the present one: those that a link, an example or a file has replaced. */
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { pointCount } from '../engine/experiment';
import { languages } from '../i18n/languages';
import { MenuButton } from '../panels/controls/MenuButton';
import { useWords } from '../panels/controls/useWords';
import { experimentTitle } from '../panels/sentence/experimentTitle';
import type { Words } from '../panels/shared/punctuation';
import { type DocumentsRead, keptDocuments } from '../persistence/storage';
import { ownExperiment } from '../store/page';
import { store } from '../store/store';
import { openKept, saveUnreadable } from './documents';
import { documentOf, writableId } from './identity';
import { problemsSentence } from './problemWords';

interface Kept extends DocumentsRead {
  /** Id of the present document. */
  readonly current: string;
}

export function EarlierDocuments() {
  const words = useWords();
  const { t } = words;
  const kept = useKept();
  const earlier = kept?.documents.filter(({ id }) => id !== kept.current) ?? [];
  const unreadable = kept?.unreadable ?? [];
  const items = [
    ...earlier.map((document) => ({
      id: document.id,
      label: experimentTitle(document.experiment, words),
      description: detailsOf(
        document,
        t('documents.points', { n: pointCount(document.experiment.data) }),
        words,
      ),
    })),
    ...unreadable.map((document) => ({
      id: document.id,
      label: t('documents.unreadable'),
      description: detailsOf(document, problemsSentence(t, document.problems), words),
    })),
  ];
  return (
    <MenuButton
      label={t('documents.earlier')}
      icon={<History />}
      items={items}
      disabled={items.length === 0}
      onAction={(id) => {
        const chosen = earlier.find((document) => document.id === id);
        if (chosen) openKept(chosen);
        const other = unreadable.find((document) => document.id === id);
        if (other) void saveUnreadable(other.content);
      }}
      hint={t('documents.earlierHint')}
    />
  );
}

/** When it was changed, where that is known, and what else there is to say of it. */
function detailsOf({ changedAt }: { readonly changedAt: number }, more: string, { locale }: Words): string {
  if (changedAt === 0) return more;
  const format = new Intl.DateTimeFormat(languages[locale].tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${format.format(changedAt)} · ${more}`;
}

/** The list is read when the menu opens. */
function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const current = await writableId(documentOf(ownExperiment(store.getState())));
      const found = await keptDocuments();
      if (isWanted) setKept({ ...found, current });
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, []);
  return kept;
}
