/** What holds for the programs of every experiment: they can be read by their language, and use only names that the libraries have. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment';
import { experimentArbitrary } from '../experimentArbitrary';
import { experimentWith, networkExperiment } from '../testExperiment';
import { allLines } from './code';
import { documentedNames } from './documentedNames';
import { buildProgram, programPieces, programText, type TargetId, targets } from './index';
import { notebookText, type WrittenBlock } from './notebook';
import type { ProgramOptions } from './program';
import { testMatrix } from './testMatrix';
import { sourceOf } from './testRuns';

const ids = Object.keys(targets) as TargetId[];

/** Weights of the largest network whose weights are written out: more would only be more of the same. */
const mostWeights = 500;

/** Programs of the matrix and of any experiments, both ways, in both languages. */
function programsOf(id: TargetId): string[] {
  const sampled = fc.sample(experimentArbitrary, { numRuns: 100, seed: 7 });
  return [...Object.values(testMatrix), ...sampled].flatMap((experiment) => {
    const source = sourceOf(experiment);
    const inlines = source.data.split.train.length > 0 && source.network.parameterCount < mostWeights;
    const options: ProgramOptions[] = [
      { locale: 'zh', inlined: false },
      ...(inlines ? [{ locale: 'en', inlined: true } as const] : []),
    ];
    return options.map((each) => programText(buildProgram(id, source, each)));
  });
}

const pythonProgram = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
);
const notice = 'Python is not asked: there is no python3 here';
if (!pythonProgram) {
  if (process.env.CI) throw new Error(notice);
  console.warn(notice);
}

/** Compiles every program, and lists the dotted names of the libraries that they use, each with its keyword arguments. */
const readNames = `
import ast, json, sys
used = {}
for text in json.load(sys.stdin):
    tree = compile(text, "program", "exec", ast.PyCF_ONLY_AST)
    compile(tree, "program", "exec")
    for node in ast.walk(tree):
        call = node if isinstance(node, ast.Call) else None
        name = ast.unparse(call.func if call else node) if isinstance(node, (ast.Call, ast.Attribute)) else ""
        if name.split(".")[0] in ("keras", "torch", "nn", "F", "np") and "(" not in name and "[" not in name:
            used.setdefault(name, set()).update(k.arg for k in call.keywords if k.arg) if call else used.setdefault(name, set())
print(json.dumps({name: sorted(keywords) for name, keywords in used.items()}))
`;

describe.each(ids.filter((id) => targets[id].language === 'python'))('%s programs', (id) => {
  it.runIf(pythonProgram)('compile, and use only documented names and keyword arguments', () => {
    const { stdout, stderr } = spawnSync(pythonProgram ?? '', ['-W', 'error', '-c', readNames], {
      input: JSON.stringify(programsOf(id)),
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    const used = JSON.parse(stdout) as Record<string, string[]>;
    const modules = Object.keys(documentedNames).flatMap((name) =>
      name.split('.').map((_, i, parts) => parts.slice(0, i).join('.')),
    );
    const unknown = Object.entries(used).flatMap(([name, keywords]) => {
      const known = documentedNames[name];
      if (!known) return modules.includes(name) ? [] : [name];
      return keywords.filter((keyword) => !known.includes(keyword)).map((keyword) => `${name}(${keyword}=)`);
    });
    expect(unknown).toEqual([]);
    expect(Object.keys(used).length).toBeGreaterThan(10);
  });
});

it('TensorFlow.js programs are modules that can be parsed', () => {
  for (const text of programsOf('tensorflowJs')) expect(parseSync('program.js', text).errors).toEqual([]);
});

describe.each(ids)('%s', (id) => {
  it('keeps to lines that can be read, with nothing undefined in them', () => {
    for (const experiment of Object.values(testMatrix)) {
      const pieces = programPieces(buildProgram(id, sourceOf(experiment), { locale: 'en', inlined: true }));
      for (const line of pieces.filter((piece) => typeof piece === 'string')) {
        expect(line).not.toMatch(/undefined|NaN|\[object|\s$|\t/);
        if (!/^frozen_|^\s*\[\[/.test(line)) expect(line.length, line).toBeLessThanOrEqual(104);
      }
    }
  });

  it('says every setting of the page: a change of any one changes the program', () => {
    const base = experimentWith({
      loss: { l1: 0.1, l2: 0.1 },
      training: {
        stop: { epochs: 50, trainLoss: 0.1, plateau: { epochs: 9, minImprovement: 0.1 } },
        clipNorm: 1,
      },
    });
    const { data, model, loss, training } = base;
    const changes: Record<string, Partial<Experiment>> = {
      features: { data: { ...data, features: ['x1', 'radius'] } },
      standardize: { data: { ...data, standardize: true } },
      testShare: { data: { ...data, testShare: 0 } },
      hidden: { model: { ...model, hidden: [{ units: 8, activation: 'tanh' }] } },
      outputActivation: { model: { ...model, outputActivation: 'sigmoid' } },
      initializer: { model: { ...model, initializer: 'heNormal' } },
      loss: { loss: { ...loss, id: 'squaredError' } },
      l1: { loss: { ...loss, l1: 0.2 } },
      l2: { loss: { ...loss, l2: 0.2 } },
      optimizer: { training: { ...training, optimizer: { id: 'sgd', options: {} } } },
      epsilon: {
        training: {
          ...training,
          optimizer: { id: 'adam', options: { ...training.optimizer.options, epsilon: 1e-6 } },
        },
      },
      learningRate: { training: { ...training, learningRate: 0.5 } },
      schedule: { training: { ...training, schedule: { id: 'step', options: { epochs: 9, factor: 0.4 } } } },
      batchSize: { training: { ...training, batchSize: 8 } },
      clipNorm: { training: { ...training, clipNorm: 2 } },
      stopEpochs: { training: { ...training, stop: { ...training.stop, epochs: 60 } } },
      stopLoss: { training: { ...training, stop: { ...training.stop, trainLoss: 0.2 } } },
      plateau: {
        training: { ...training, stop: { ...training.stop, plateau: { epochs: 8, minImprovement: 0.1 } } },
      },
      frozenLayer: { training: { ...training, frozen: { layers: [0], parameters: [] } } },
      frozenWeight: { training: { ...training, frozen: { layers: [], parameters: [3] } } },
    };
    const text = (experiment: Experiment) =>
      programText(buildProgram(id, sourceOf(experiment), { locale: 'en', inlined: false }));
    const before = text(base);
    for (const [name, change] of Object.entries(changes)) {
      expect(text({ ...base, ...change }), name).not.toBe(before);
    }
  });

  it('inlines a hundred thousand points only when they are asked for', () => {
    const count = 100_000;
    const x = Array.from({ length: count }, (_, i) => i / count);
    const y = x.map((_, i) => i % 4);
    const experiment = experimentWith({ data: { source: { kind: 'own', x1: x, x2: x, y } } });
    const pieces = programPieces(buildProgram(id, sourceOf(experiment), { locale: 'en', inlined: true }));
    expect(pieces.length).toBeLessThan(250);
    expect(allLines(pieces).length).toBeGreaterThan(count);
  });
});

it('a program without training points has nothing to inline, and says so', () => {
  const source = sourceOf(experimentWith({ data: { source: { kind: 'own', x1: [], x2: [], y: [] } } }));
  expect(() => buildProgram('numpy', source, { locale: 'en', inlined: true })).toThrow(RangeError);
  expect(programText(buildProgram('numpy', source, { locale: 'en', inlined: false }))).toContain(
    'points.csv',
  );
});

describe('a notebook', () => {
  it('has a cell of words and a cell of code for each step, which together are the program', () => {
    const { blocks } = buildProgram('keras', sourceOf(networkExperiment), { locale: 'zh', inlined: true });
    const written = blocks.map((block): WrittenBlock => ({ ...block, lines: allLines(block.pieces) }));
    const { cells, nbformat, nbformat_minor } = JSON.parse(notebookText(written)) as {
      cells: {
        cell_type: string;
        id: string;
        source: string[];
        outputs?: unknown[];
        execution_count?: null;
      }[];
      nbformat: number;
      nbformat_minor: number;
    };
    expect([nbformat, nbformat_minor]).toEqual([4, 5]);
    expect(cells.map(({ cell_type }) => cell_type)).toEqual(
      Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? 'markdown' : 'code')),
    );
    expect(new Set(cells.map(({ id }) => id)).size).toBe(10);
    expect(cells[4]?.source[0]).toBe('## 第 1 步：指定模型 f(x)\n');
    expect(cells[6]?.source.at(-1)).toContain('$$L = -\\log a_y');
    const codeCells = cells.filter(({ cell_type }) => cell_type === 'code');
    for (const { outputs, execution_count } of codeCells)
      expect([outputs, execution_count]).toEqual([[], null]);
    const joined = codeCells.map(({ source }) => source.join('')).join('\n');
    expect(joined.split('\n')).toEqual(written.flatMap(({ lines }) => lines));
  });
});
