/** The link in a field, selected, and on the clipboard where the page may use that; a file instead where it would be too long. */
import { Save } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ActionButton } from '../panels/controls/ActionButton';
import { useWords } from '../panels/controls/useWords';
import { formatCount } from '../panels/shared/formats';
import { longestLink } from '../persistence/link';
import { linkToShare, saveToDisk } from './documents';
import styles from './ShareLink.module.css';

export function ShareLink() {
  const { t } = useWords();
  const [link] = useState(linkToShare);
  const isCopied = useCopied(link.isTooLong ? null : link.href);
  if (link.isTooLong) {
    return (
      <div className={styles.share}>
        <p>
          {t('share.tooLong', {
            n: formatCount(link.href.length),
            most: formatCount(longestLink),
          })}
        </p>
        <ActionButton
          label={t('app.save')}
          icon={<Save />}
          onPress={() => void saveToDisk()}
          hint={t('hints.save')}
        />
      </div>
    );
  }
  return (
    <div className={styles.share}>
      <LinkField href={link.href} />
      <p role="status">{isCopied === null ? '' : t(isCopied ? 'share.copied' : 'share.noClipboard')}</p>
      {link.hasWeights && <p className={styles.note}>{t('share.weights')}</p>}
      {link.decimals !== null && <p className={styles.note}>{t('share.rounded', { n: link.decimals })}</p>}
    </div>
  );
}

function LinkField({ href }: { href: string }) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  return (
    <input
      ref={field}
      className={styles.field}
      readOnly
      value={href}
      aria-label={t('share.link')}
      onFocus={({ target }) => target.select()}
    />
  );
}

/** Whether the text is on the clipboard; null while that is not known. */
function useCopied(text: string | null): boolean | null {
  const [isCopied, setCopied] = useState<boolean | null>(null);
  useEffect(() => {
    if (text === null) return;
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(text);
        setCopied(true);
      } catch {
        setCopied(false);
      }
    };
    void copy();
  }, [text]);
  return isCopied;
}
