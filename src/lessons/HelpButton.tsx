/** The second hint of a card: does what it asks for. */
import { WandSparkles } from 'lucide-react';
import { ActionButton } from '../panels/controls/ActionButton';
import { useWords } from '../panels/controls/useWords';
import { store } from '../store/store';
import { nowOf } from './facts';
import type { Card } from './lesson';

export interface HelpButtonProps {
  readonly card: Card;
  readonly iconOnly?: boolean;
  readonly disabled?: boolean;
}

export function HelpButton({ card: { help }, iconOnly = false, disabled = false }: HelpButtonProps) {
  const { t } = useWords();
  if (!help) return null;
  return (
    <ActionButton
      variant="quiet"
      iconOnly={iconOnly}
      icon={<WandSparkles />}
      label={t('learn.help')}
      hint={t('learn.helpHint')}
      disabled={disabled}
      onPress={() => help(nowOf(store.getState()))}
    />
  );
}
