/** What is odd about the data, said beside the controls that mend it. */
import { features } from '../../engine/data/features';
import { choosePreset } from '../../store/dataEdits';
import { prepared } from '../../store/derived';
import { edit, useStore } from '../../store/store';
import { Note } from '../controls/Note';
import { useWords } from '../controls/useWords';
import { oddities } from './oddities';

export function DataNotes() {
  const { t, name } = useWords();
  const data = useStore(({ experiment }) => experiment.data);
  const found = oddities(data, prepared(data));
  const sentence = (oddity: (typeof found)[number]): string => {
    switch (oddity.kind) {
      case 'noPoints':
        return t('notices.noPoints');
      case 'oneClass':
        return t('notices.oneClass');
      case 'missingClass':
        return t('notices.missingClass', { class: oddity.class + 1 });
      case 'constantFeature':
        return t('notices.constantFeature', { feature: name(features[oddity.feature].name) });
    }
  };
  return (
    <>
      {found.map((oddity) => (
        <Note
          key={JSON.stringify(oddity)}
          kind={oddity.kind === 'noPoints' ? 'info' : 'warning'}
          {...(oddity.kind === 'noPoints' && data.task === 'classification'
            ? {
                action: {
                  label: t('data.fourBlobs'),
                  onPress: () => edit((experiment) => choosePreset(experiment, 'blobs')),
                },
              }
            : {})}
        >
          {sentence(oddity)}
        </Note>
      ))}
    </>
  );
}
