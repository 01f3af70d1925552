/** The kept documents except the present one: those that a link, an example or a file has replaced. */
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { pointCount } from '../engine/experiment';
import { languages } from '../i18n/languages';
import { MenuButton } from '../panels/controls/MenuButton';
import { useWords } from '../panels/controls/useWords';
import { experimentTitle } from '../panels/sentence/experimentTitle';
import type { Words } from '../panels/shared/punctuation';
import { type DocumentsRead, type KeptDocument, keptDocuments } from '../persistence/storage';
import { ownExperiment } from '../store/page';
import { store } from '../store/store';
import { openKept } from './documents';
import { documentOf, writableId } from './identity';

interface Kept extends DocumentsRead {
  /** Id of the present document. */
  readonly current: string;
}

export function EarlierDocuments() {
  const words = useWords();
  const { t } = words;
  const kept = useKept();
  const earlier = kept?.documents.filter(({ id }) => id !== kept.current) ?? [];
  const items = earlier.map((document) => ({
    id: document.id,
    label: experimentTitle(document.experiment, words),
    description: detailsOf(document, words),
  }));
  return (
    <>
      <MenuButton
        label={t('documents.earlier')}
        icon={<History />}
        items={items}
        disabled={items.length === 0}
        onAction={(id) => {
          const chosen = earlier.find((document) => document.id === id);
          if (chosen) openKept(chosen);
        }}
        hint={t('documents.earlierHint')}
      />
      {kept && kept.unreadable > 0 && <p>{t('documents.unreadable', { n: kept.unreadable })}</p>}
    </>
  );
}

/** When it was changed, where that is known, and how large it is. */
function detailsOf({ changedAt, experiment }: KeptDocument, { t, locale }: Words): string {
  const points = t('documents.points', { n: pointCount(experiment.data) });
  if (changedAt === 0) return points;
  const format = new Intl.DateTimeFormat(languages[locale].tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return `${format.format(changedAt)} · ${points}`;
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
