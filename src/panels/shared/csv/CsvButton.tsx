/** Points from a spreadsheet's file, and into one. What reads and writes is loaded when it is asked for. */
import { Download, Upload } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { MenuButton } from '../../controls/MenuButton';
import { useWords } from '../../controls/useWords';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog')).ImportDialog }));
const iconSize = 14;

export function CsvButton() {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const act = async (id: 'import' | 'export') => {
    if (id === 'export') await (await import('./exportPoints')).exportPoints(t);
    else setFile(await (await import('../../../persistence/csvFiles')).chooseCsv());
  };
  return (
    <>
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
      {file && (
        <Suspense>
          <ImportDialog file={file} onClose={() => setFile(null)} />
        </Suspense>
      )}
    </>
  );
}
