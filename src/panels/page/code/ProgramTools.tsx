/** Taking the program along: to the clipboard, or as a file. */
import type { TFunction } from 'i18next';
import { Copy, Download } from 'lucide-react';
import { toast } from 'sonner';
import { type TargetId, targets } from '../../../codegen';
import { notebookText } from '../../../codegen/notebook';
import { type ProgramExtension, saveProgram, writeLines } from '../../../persistence/programFiles';
import { ActionButton } from '../../controls/ActionButton';
import { useWords } from '../../controls/useWords';
import type { BuiltProgram } from './useProgram';

export interface ProgramToolsProps {
  target: TargetId;
  built: BuiltProgram;
}

export function ProgramTools({ target, built }: ProgramToolsProps) {
  const { t } = useWords();
  const { fileName, hasNotebook, language } = targets[target];
  const extensions: readonly ProgramExtension[] =
    language === 'javascript' ? ['.js'] : hasNotebook ? ['.py', '.ipynb'] : ['.py'];
  return (
    <>
      <ActionButton
        label={t('code.copy')}
        icon={<Copy />}
        onPress={() => void copy(built, t)}
        hint={t('code.hints.copy')}
      />
      {extensions.map((extension) => (
        <ActionButton
          key={extension}
          label={extension}
          name={t('code.download', { file: extension })}
          icon={<Download />}
          onPress={() => void download(built, fileName, extension, t)}
          hint={t(extension === '.ipynb' ? 'code.hints.notebook' : 'code.hints.file')}
        />
      ))}
    </>
  );
}

async function copy({ pieces }: BuiltProgram, t: TFunction): Promise<void> {
  try {
    await navigator.clipboard.writeText(await wholeText(pieces));
    toast.success(t('code.copied'));
  } catch {
    toast.error(t('code.notCopied'));
  }
}

async function download(
  { program, pieces }: BuiltProgram,
  fileName: string,
  extension: ProgramExtension,
  t: TFunction,
): Promise<void> {
  try {
    const text =
      extension === '.ipynb'
        ? notebookText(
            await Promise.all(
              program.blocks.map(async (block) => ({ ...block, lines: await writeLines(block.pieces) })),
            ),
          )
        : await wholeText(pieces);
    const name = await saveProgram(text, fileName, extension);
    if (name !== null) toast.success(t('code.saved', { name }));
  } catch {
    toast.error(t('code.notSaved'));
  }
}

async function wholeText(pieces: BuiltProgram['pieces']): Promise<string> {
  return `${(await writeLines(pieces)).join('\n')}\n`;
}
