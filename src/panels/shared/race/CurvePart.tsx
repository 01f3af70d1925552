/** Whether the curves of several runs are of their training or their test loss. */
import { setCurvePart } from '../../../store/runsEdits';
import { useStore } from '../../../store/store';
import { Segmented } from '../../controls/Segmented';
import { useWords } from '../../controls/useWords';

interface CurvePartProps {
  /** Accessible name. */
  label: string;
  hint: string;
}

export function CurvePart({ label, hint }: CurvePartProps) {
  const { t } = useWords();
  const part = useStore(({ runs }) => runs.part);
  return (
    <Segmented
      label={label}
      variant="quiet"
      items={[
        { id: 'train', label: t('losses.train') },
        { id: 'test', label: t('losses.test') },
      ]}
      value={part}
      onChange={setCurvePart}
      hint={hint}
    />
  );
}
