/** The models of the course as quick choices. */
import { chooseKind, type ModelKind, modelKindOf } from '../../../store/modelEdits';
import { edit, useStore } from '../../../store/store';
import { Segmented } from '../../controls/Segmented';
import { taught } from '../../controls/taughtHint';
import { useWords } from '../../controls/useWords';

const kindsOf: Record<'classification' | 'regression', readonly ModelKind[]> = {
  classification: ['logistic', 'softmax', 'network'],
  regression: ['linear', 'network'],
};

export function KindChooser() {
  const { t } = useWords();
  const task = useStore(({ experiment }) => experiment.data.task);
  const kind = useStore(({ experiment }) => modelKindOf(experiment));
  const items = kindsOf[task].map((id) => ({ id, label: t(`model.${id}Short`), name: t(`model.${id}`) }));
  return (
    <Segmented
      label={t('model.kind')}
      variant="quiet"
      items={items}
      value={kind && kindsOf[task].includes(kind) ? kind : null}
      onChange={(id) => edit((experiment) => chooseKind(experiment, id))}
      hint={taught(t('hints.kind'), 'kind')}
    />
  );
}
