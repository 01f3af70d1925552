/** What one step is: an update, or all updates of an epoch. */
import { look, useStore } from '../../store/store';
import { Choice } from '../controls/Choice';
import { useWords } from '../controls/useWords';
import { named } from '../shared/punctuation';

export function StepUnitChoice() {
  const { t, locale } = useWords();
  const unit = useStore((state) => state.view.stepUnit);
  const words = { update: t('transport.stepUpdate'), epoch: t('transport.stepEpoch') };
  return (
    <Choice
      label={named({ locale }, t('transport.stepBy'), words[unit])}
      variant="compact"
      items={[
        { id: 'update', label: words.update, description: t('hints.stepUpdate') },
        { id: 'epoch', label: words.epoch, description: t('hints.stepEpoch') },
      ]}
      value={unit}
      onChange={(stepUnit) => look({ stepUnit })}
    />
  );
}
