/** What holds for the programs of every experiment: they can be read by their language, and use only names that the libraries have. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { isFull } from '../../tests/support/agreement/pairwise';
import { experimentArbitrary } from '../../tests/support/experimentArbitrary';
import { documentedNames } from '../../tests/support/programs/documentedNames';
import { namesOf } from '../../tests/support/programs/namesOf';
import { programText } from '../../tests/support/programs/programText';
import { testMatrix } from '../../tests/support/programs/testMatrix';
import { pairTrials, runnable, sourceOf } from '../../tests/support/programs/testRuns';
import { experimentWith, networkExperiment } from '../../tests/support/testExperiment';
import type { Experiment } from '../engine/experiment';
import { allLines } from './code';
import { buildProgram, programPieces, type TargetId, targets } from './index';
import { notebookText, type WrittenBlock } from './notebook';
import type { ProgramOptions } from './program';

const ids = Object.keys(targets) as TargetId[];

/** The most weights and points that are written out: more would only be more of the same. */
const most = 500;

/** Programs of all pairs of options and of any experiments, both ways, in both languages. */
function programsOf(id: TargetId): string[] {
  const sampled = fc.sample(experimentArbitrary, { numRuns: isFull ? 100 : 30, seed: 7 });
  const anyOnes = [...Object.values(testMatrix), ...sampled].flatMap((experiment) => {
    const source = sourceOf(experiment);
    const { length } = source.data.split.train;
    const inlines = length > 0 && length < most && source.network.parameterCount < most;
    const options: ProgramOptions[] = [
      { locale: 'zh', inlined: false },
      ...(inlines ? [{ locale: 'en', inlined: true } as const] : []),
    ];
    return options.map((each) => programText(buildProgram(id, source, each)));
  });
  const pairs = [...pairTrials(true), ...pairTrials(false)];
  return [...anyOnes, ...pairs.map((trial) => runnable(id, trial).text)];
}

const pythonProgram = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0,
);
const notice = 'Python is not asked: there is no python3 here';
if (!pythonProgram) {
  if (process.env.CI) throw new Error(notice);
  console.warn(notice);
}

/**
 * Compiles every program; lists the dotted names of the libraries that they use, each with its keyword arguments, and what is wrong:
 * a name or an argument that nothing uses, a whole number where the library takes a float, a character that not every console can print.
 */
const readPrograms = `
import ast, json, sys
floats = {"learning_rate", "lr", "momentum", "rho", "alpha", "epsilon", "eps", "beta_1", "beta_2", "weight_decay", "global_clipnorm", "l1", "l2"}
used, faults = {}, set()
def dotted(node):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""
for text in json.load(sys.stdin):
    tree = compile(text, "program", "exec", ast.PyCF_ONLY_AST)
    compile(tree, "program", "exec")
    read, written = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            (written if isinstance(node.ctx, ast.Store) else read).add(node.id)
        if isinstance(node, ast.FunctionDef):
            written.add("" if node.name.startswith("__") or node.name in ("step", "forward") else node.name)
            inside = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
            faults |= {"argument " + a.arg for a in node.args.args if a.arg not in inside and a.arg != "self"}
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            written |= {a.asname or a.name for a in node.names}
        call = node if isinstance(node, ast.Call) else None
        if call and dotted(call.func) == "print" and not ast.unparse(call).isascii():
            faults.add(ast.unparse(call))
        for keyword in call.keywords if call else ():
            if keyword.arg in floats and isinstance(keyword.value, ast.Constant) and not isinstance(keyword.value.value, float):
                faults.add("whole " + ast.unparse(keyword))
        name = dotted(call.func if call else node) if isinstance(node, (ast.Call, ast.Attribute)) else ""
        if name.split(".")[0] in ("keras", "torch", "nn", "F", "np"):
            used.setdefault(name, set()).update(k.arg for k in call.keywords if k.arg) if call else used.setdefault(name, set())
    # In an augmented assignment a name is read, too.
    read |= {n.target.id for n in ast.walk(tree) if isinstance(n, ast.AugAssign) and isinstance(n.target, ast.Name)}
    faults |= {"unused " + name for name in written - read - {"_", ""}}
print(json.dumps({"used": {name: sorted(keywords) for name, keywords in used.items()}, "faults": sorted(faults)}))
`;
const patient = 60_000;

describe.each(ids.filter((id) => targets[id].language === 'python'))('%s programs', (id) => {
  it.runIf(pythonProgram)(
    'compile, use only documented names and keyword arguments, and none in vain',
    () => {
      const { stdout, stderr } = spawnSync(pythonProgram ?? '', ['-W', 'error', '-c', readPrograms], {
        input: JSON.stringify(programsOf(id)),
        encoding: 'utf8',
        maxBuffer: 1e8,
      });
      expect(stderr).toBe('');
      const { used, faults } = JSON.parse(stdout) as { used: Record<string, string[]>; faults: string[] };
      const modules = Object.keys(documentedNames).flatMap((name) =>
        name.split('.').map((_, i, parts) => parts.slice(0, i).join('.')),
      );
      const unknown = Object.entries(used).flatMap(([name, keywords]) => {
        const known = documentedNames[name];
        if (!known) return modules.includes(name) ? [] : [name];
        return keywords
          .filter((keyword) => !known.includes(keyword))
          .map((keyword) => `${name}(${keyword}=)`);
      });
      expect(unknown).toEqual([]);
      expect(faults).toEqual([]);
      expect(Object.keys(used).length).toBeGreaterThan(10);
    },
    patient,
  );
});

it(
  'TensorFlow.js programs can be parsed, name nothing in vain and nothing twice, and print ASCII',
  () => {
    const faults = new Set<string>();
    for (const text of programsOf('tensorflowJs')) {
      const { errors, program } = parseSync('program.js', text);
      expect(errors).toEqual([]);
      const { unused, shadowed } = namesOf(program);
      for (const name of unused) faults.add(`unused ${name}`);
      for (const name of shadowed) faults.add(`twice ${name}`);
      for (const line of text.split('\n').filter((each) => each.includes('console.log')))
        expect(line).toMatch(/^[ -~]*$/);
    }
    expect([...faults]).toEqual([]);
  },
  patient,
);

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
      Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 'markdown' : 'code')),
    );
    expect(new Set(cells.map(({ id }) => id)).size).toBe(12);
    expect(cells[4]?.source[0]).toBe('## 第 1 步：指定模型 f(x)\n');
    expect(cells[6]?.source.at(-1)).toContain('$$L = -\\log a_y');
    const codeCells = cells.filter(({ cell_type }) => cell_type === 'code');
    for (const { outputs, execution_count } of codeCells)
      expect([outputs, execution_count]).toEqual([[], null]);
    const joined = codeCells.map(({ source }) => source.join('')).join('\n');
    expect(joined.split('\n')).toEqual(written.flatMap(({ lines }) => lines));
  });
});
