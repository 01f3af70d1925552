/** The libraries that an experiment is written for, in the order of the tabs, and how a program becomes text. */
import type { Localized } from '../i18n/localized';
import { allLines, code, comment, type Piece } from './code';
import { kerasBlocks } from './keras/keras';
import { numpyBlocks } from './numpy/numpy';
import type { Block, Program, ProgramLanguage, ProgramOptions, ProgramSource } from './program';
import { type ProgramContext, programContextOf } from './programContext';
import { spacedPython } from './python/pythonSpacing';
import { pytorchBlocks } from './pytorch/pytorch';
import { tensorflowBlocks } from './tensorflowJs/tensorflow';

interface Target {
  readonly name: Localized;
  readonly language: ProgramLanguage;
  /** Of the file, without its extension. */
  readonly fileName: string;
  readonly hasNotebook: boolean;
  readonly blocks: (facts: ProgramContext) => Block[];
}

export const targets = {
  keras: {
    name: { en: 'Keras', zh: 'Keras' },
    language: 'python',
    fileName: 'quadrant_keras',
    hasNotebook: true,
    blocks: kerasBlocks,
  },
  numpy: {
    name: { en: 'NumPy', zh: 'NumPy' },
    language: 'python',
    fileName: 'quadrant_numpy',
    hasNotebook: true,
    blocks: numpyBlocks,
  },
  pytorch: {
    name: { en: 'PyTorch', zh: 'PyTorch' },
    language: 'python',
    fileName: 'quadrant_pytorch',
    hasNotebook: false,
    blocks: pytorchBlocks,
  },
  tensorflowJs: {
    name: { en: 'TensorFlow.js', zh: 'TensorFlow.js' },
    language: 'javascript',
    fileName: 'quadrant_tensorflow',
    hasNotebook: false,
    blocks: tensorflowBlocks,
  },
} as const satisfies Record<string, Target>;

export type TargetId = keyof typeof targets;

/** The program of an experiment. Throws RangeError where nothing could be inlined: an experiment without training points. */
export function buildProgram(id: TargetId, source: ProgramSource, options: ProgramOptions): Program {
  if (options.inlined && source.data.split.train.length === 0) {
    throw new RangeError('a program without training points has nothing to inline');
  }
  const target: Target = targets[id];
  const facts = programContextOf(source, options);
  const blocks = target.blocks(facts).map((block) => ({
    ...block,
    pieces: target.language === 'python' ? spacedPython(block.pieces) : block.pieces,
  }));
  return { language: target.language, blocks };
}

/** All of it as one file: the words of each block as comments above its code. */
export function programPieces({ language, blocks }: Program): Piece[] {
  const pieces = blocks.flatMap((block) => ['', '', ...headOf(block, language), ...block.pieces]).slice(2);
  return language === 'python'
    ? spacedPython(pieces)
    : pieces.filter((piece, i) => piece !== '' || pieces[i - 1] !== '');
}

function headOf({ step, words }: Block, language: ProgramLanguage): Piece[] {
  if (language === 'javascript') return code(words.map((line) => comment('// ', line)));
  if (step !== 'top') return code(words.map((line) => comment('# ', line)));
  const [title = '', ...rest] = words;
  return code(
    `"""${title}`,
    '',
    rest.map((line) => comment('', line)),
    '"""',
  );
}

/** The text of a program. */
export function programText(program: Program): string {
  return `${allLines(programPieces(program)).join('\n')}\n`;
}
