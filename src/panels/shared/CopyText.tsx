/** A button that copies a text. Where there is no clipboard, a notice says what to do instead. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { whenLoaded } from '../../drawings/missing';
import { ActionButton, type ButtonFace } from '../controls/ActionButton';
import { useWords } from '../controls/useWords';

export type CopyTextProps = ButtonFace & {
  /** What it copies: accessible name, and shown unless `iconOnly`. */
  readonly label: string;
  readonly text: () => string;
};

/** Time for which the button confirms the copy. */
const doneMs = 1600;

export function CopyText({ label, text, ...face }: CopyTextProps) {
  const { t } = useWords();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), doneMs);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text());
      setDone(true);
    } catch {
      void whenLoaded(
        () => import('sonner'),
        ({ toast }) => toast.error(t('page.copyFailed')),
      );
    }
  };
  return (
    <ActionButton
      {...face}
      variant="quiet"
      label={isDone ? t('page.copied') : label}
      icon={isDone ? <Check size={13} /> : <Copy size={13} />}
      onPress={() => void copy()}
    />
  );
}
