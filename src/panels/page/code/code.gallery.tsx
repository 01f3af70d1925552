/** A program in both languages, with and without marked lines and rows that are left out. */
import { buildProgram, programPieces, type TargetId } from '../../../codegen';
import type { ProgramOptions } from '../../../codegen/program';
import { shownLines } from '../../../codegen/shownLines';
import type { GalleryCase } from '../../../drawings/gallery/galleryCase';
import { prepareData } from '../../../engine/data/prepareData';
import { defaultExperiment } from '../../../engine/experiment';
import { planNetwork } from '../../../engine/model/network';
import { ProgramView, type ProgramViewProps } from './ProgramView';
import { Steps } from './Steps';

const data = prepareData(defaultExperiment.data);
const source = {
  experiment: defaultExperiment,
  data,
  network: planNetwork(defaultExperiment.model, defaultExperiment.data, data.inputMap.width),
};

function view(target: TargetId, options: ProgramOptions, parts: Partial<ProgramViewProps>) {
  const program = buildProgram(target, source, options);
  return (
    <div style={{ display: 'flex', width: 720, height: 240, containerType: 'inline-size' }}>
      <Steps starts={[9, 20, 30, 40]} onStep={() => {}} />
      <ProgramView
        label={`${target}, ${options.inlined ? 'inlined' : 'not inlined'}`}
        language={program.language}
        lines={shownLines(programPieces(program))}
        changed={[]}
        titles={[]}
        leftWords={(rows) => `… ${rows} more rows`}
        {...parts}
      />
    </div>
  );
}

export const cases: readonly GalleryCase[] = [
  {
    id: 'program-python',
    title: 'Python, changed lines',
    element: view('numpy', { locale: 'en', inlined: false }, { changed: [9, 10, 12], titles: [9] }),
  },
  {
    id: 'program-rows',
    title: 'JavaScript, rows left out',
    element: view('tensorflowJs', { locale: 'zh', inlined: true }, { changed: [17], titles: [8] }),
  },
];
