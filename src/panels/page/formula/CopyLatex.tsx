/** A button that copies LaTeX. Where there is no clipboard, a notice says what to do instead. */
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';

export interface CopyLatexProps {
  /** What it copies: accessible name, and shown unless `iconOnly`. */
  readonly label: string;
  readonly latex: () => string;
  readonly iconOnly?: boolean;
}

/** So long the button says that it is done. */
const doneMs = 1600;

export function CopyLatex({ label, latex, iconOnly = false }: CopyLatexProps) {
  const { t } = useWords();
  const [isDone, setDone] = useState(false);
  useEffect(() => {
    if (!isDone) return;
    const timer = setTimeout(() => setDone(false), doneMs);
    return () => clearTimeout(timer);
  }, [isDone]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(latex());
      setDone(true);
    } catch {
      const { toast } = await import('sonner');
      toast.error(t('equations.copyFailed'));
    }
  };
  return (
    <ActionButton
      variant="quiet"
      iconOnly={iconOnly}
      label={isDone ? t('equations.copied') : label}
      icon={isDone ? <Check size={13} /> : <Copy size={13} />}
      onPress={() => void copy()}
    />
  );
}
