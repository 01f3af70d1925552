/** Points from a file, and into one. What reads and writes is loaded when it is asked for. */
import { Download, Upload } from 'lucide-react';
import { useEffect } from 'react';
import { whenLoaded } from '../../../drawings/missing';
import { MenuButton } from '../../controls/MenuButton';
import { useWords } from '../../controls/useWords';
import { chooseFile, expectFile } from './chooseFile';

const iconSize = 14;

export function CsvButton() {
  const { t } = useWords();
  useEffect(expectFile, []);
  const act = (id: 'import' | 'export') =>
    id === 'export'
      ? whenLoaded(
          () => import('./exportPoints'),
          ({ exportPoints }) => exportPoints(t),
        )
      : chooseFile();
  return (
    <MenuButton
      label={t('table.csv.menu')}
      items={[
        {
          id: 'import',
          label: t('table.csv.import'),
          description: t('table.csv.importWords'),
          icon: <Upload size={iconSize} />,
        },
        {
          id: 'export',
          label: t('table.csv.export'),
          description: t('table.csv.exportWords'),
          icon: <Download size={iconSize} />,
        },
      ]}
      onAction={(id) => void act(id)}
      hint={t('table.hints.csv')}
    />
  );
}
