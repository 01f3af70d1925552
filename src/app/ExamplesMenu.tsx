/** The experiments that come with the page. */

import { whenLoaded } from '../drawings/missing';
import { MenuButton } from '../panels/controls/MenuButton';
import { useWords } from '../panels/controls/useWords';
import { examples } from './examples';

export function ExamplesMenu() {
  const { t, name } = useWords();
  return (
    <MenuButton
      variant="quiet"
      label={t('app.examples')}
      items={examples.map((example) => ({
        id: example.id,
        label: name(example.name),
        description: name(example.hint),
      }))}
      hint={t('hints.examples')}
      onAction={(id) =>
        void whenLoaded(
          () => import('./documents'),
          ({ openExample }) => openExample(id),
        )
      }
    />
  );
}
