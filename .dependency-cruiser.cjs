/**
 * The rooms of src and who may import whom, in one direction:
 * i18n ← engine ← codegen, drawings, io, persistence ← store ← panels, lessons ← figures ← app. Then the package fences, and no cycles or
 * orphans. Each comment says what to do instead. Imports of types count, except where a rule says otherwise.
 */

/** An npm package, installed or not, as a pattern of the paths it resolves to. */
const npm = (names) => `^(node_modules/)?(@types/)?(${names})(/|$)`;
const room = (names) => `^src/(${names})/`;
const tests = '\\.test\\.tsx?$';
/** What only tests may use: themselves, generators of random values for fast-check, and what holds devices to each other. */
const testCode = '\\.test\\.tsx?$|^tests/support/';

/** A room imports itself and the rooms named; everything else in src is forbidden. */
const onlyFrom = (name, allowed, comment) => ({
  name: `room-${name}`,
  comment,
  severity: 'error',
  from: { path: room(name) },
  to: { path: '^src/', pathNot: room([name, ...allowed].join('|')) },
});

const rooms = [
  onlyFrom('i18n', [], 'Words know nothing of the program: pass values into the message where it is shown.'),
  onlyFrom(
    'engine',
    ['i18n'],
    'The engine runs anywhere: take what it needs as an argument, return plain data.',
  ),
  onlyFrom(
    'codegen',
    ['i18n', 'engine'],
    'Programs are lines made from the experiment: take what they need as an argument.',
  ),
  onlyFrom(
    'drawings',
    ['i18n', 'engine'],
    'Drawings take numbers: give words, sizes and state as props from a panel.',
  ),
  onlyFrom('io', ['i18n', 'engine'], 'Formats know no page: take a file or a text, answer with plain data.'),
  onlyFrom(
    'persistence',
    ['i18n', 'engine', 'codegen', 'io'],
    'Persistence answers and app/ passes the answer on to the store.',
  ),
  onlyFrom(
    'store',
    ['i18n', 'engine', 'codegen', 'drawings'],
    'The store neither saves nor draws nor shows: app/ connects it to persistence and to the worker.',
  ),
  onlyFrom(
    'panels',
    ['i18n', 'engine', 'codegen', 'drawings', 'io', 'persistence', 'store'],
    'Panels and lessons meet in the store: add a store action or value, and let app/ put them side by side.',
  ),
  onlyFrom(
    'lessons',
    [
      'i18n',
      'engine',
      'codegen',
      'drawings',
      'io',
      'persistence',
      'store',
      'panels/controls',
      'panels/shared',
    ],
    'Lessons use the UI kit; with other panels they meet in the store, and app/ puts them side by side.',
  ),
  onlyFrom(
    'figures',
    ['i18n', 'engine', 'codegen', 'drawings', 'store', 'panels'],
    'A figure is a view of what the page shows: take drawings and panels, and give no other room a figure.',
  ),
  {
    name: 'room-app',
    comment: 'Nobody imports app: move what is shared to the room that owns it, or pass it down as a prop.',
    severity: 'error',
    from: { pathNot: [room('app'), '^tests/'] },
    to: { path: room('app') },
  },
  {
    name: 'room-worker',
    comment:
      'Only app/ talks to the worker: call a store action. Types of protocol.ts may be imported with `import type`.',
    severity: 'error',
    from: { path: '^src/', pathNot: [room('app|engine/worker'), tests] },
    to: { path: room('engine/worker'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'room-worker-types',
    comment: 'The messages are declared in protocol.ts: move the type there.',
    severity: 'error',
    from: { path: '^src/', pathNot: [room('app|engine/worker'), tests] },
    to: { path: room('engine/worker'), pathNot: '^src/engine/worker/protocol\\.ts$' },
  },
  {
    name: 'room-src',
    comment: 'The app does not depend on its test support, scripts or benchmark: move the code into src.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: '^(tests|scripts|bench)/' },
  },
];

const fence = (name, packages, allowed, comment) => ({
  name: `fence-${name}`,
  comment,
  severity: 'error',
  from: { pathNot: allowed },
  to: { path: npm(packages) },
});

const fences = [
  fence(
    'tensorflow',
    '@tensorflow',
    [room('engine/devices'), tests, '^tests/', '^bench/'],
    'Write it against the contract in engine/devices/device.ts; only a device knows TensorFlow.js.',
  ),
  {
    name: 'fence-react',
    comment:
      'The engine, io and persistence know no React: return data or a promise and use it in a panel or in app/.',
    severity: 'error',
    from: { path: room('engine|codegen|io|persistence') },
    to: { path: npm('react|react-dom|react-i18next|react-aria-components|lucide-react|sonner') },
  },
  fence(
    'd3',
    'd3|d3-[a-z-]+',
    [room('drawings'), '^src/io/csv/', '^bench/'],
    'Charts are drawings: put the picture in drawings/ and hand it numbers. CSV is read in io/csv.',
  ),
  fence(
    'csv',
    'papaparse|chardet',
    [room('io')],
    'Files that people bring are read in io/: call readTableFile or readTableText.',
  ),
  fence(
    'plotly',
    'plotly\\.js',
    ['^src/drawings/surface/', '^bench/'],
    'Only drawings/surface draws with Plotly: use its component.',
  ),
  {
    name: 'fence-plotly-lazy',
    comment:
      'Plotly is large: take it from drawings/surface/plotlyChunk, with `await import(…)` when a surface is opened.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/drawings/surface/plotly(Chunk|Symbols)\\.ts$' },
    to: {
      path: [npm('plotly\\.js'), '^src/drawings/surface/plotlyChunk\\.ts$'],
      dynamic: false,
      dependencyTypesNot: ['type-only'],
    },
  },
  fence(
    'ml-pca',
    'ml-pca|ml-matrix',
    ['^src/drawings/hiddenSpace/', '^src/engine/training/costSurface/'],
    'Principal axes are found in drawings/hiddenSpace/principalAxes and training/costSurface/principalDirections, by dynamic import.',
  ),
  fence(
    'highlight',
    'highlight\\.js',
    [room('panels/page/code')],
    'Code is coloured by panels/page/code/highlight, which is loaded with its tab.',
  ),
  fence('zustand', 'zustand|zundo', [room('store')], 'There is one store: add a value or an action to it.'),
  fence('idb', 'idb', [room('persistence')], 'Databases are opened in persistence only: call it from app/.'),
  fence(
    'katex',
    'katex',
    [room('drawings|panels|lessons|app'), '^bench/'],
    'The engine and the store carry formulas as LaTeX text: render them where they are shown.',
  ),
  fence(
    'uqr',
    'uqr',
    ['^src/lessons/Handout\\.tsx$', '^tests/'],
    'Codes are drawn on the handout of a lesson.',
  ),
];

const hygiene = [
  {
    name: 'no-cycles',
    comment: 'Move what both need into a third file, usually the one that declares the type.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nothing imports this file and it imports nothing: use it or delete it.',
    severity: 'error',
    from: {
      orphan: true,
      pathNot: [tests, '\\.d\\.ts$', '\\.(spec|config)\\.[jt]s$', '^(scripts|tests|bench)/'],
    },
    to: {},
  },
  {
    name: 'no-unresolved',
    comment:
      'The file or package does not exist: correct the path, or add the package with an exact version.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-dev-packages',
    comment: 'The app ships this: move the package from devDependencies to dependencies.',
    severity: 'error',
    from: { path: '^src/', pathNot: testCode },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-tests-in-app',
    comment: 'Tests are not imported: move what is shared into a file of its own.',
    severity: 'error',
    from: { pathNot: `${testCode}|^tests/` },
    to: { path: testCode },
  },
];

module.exports = {
  forbidden: [...rooms, ...fences, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    // AssemblyScript: compiled, never imported.
    exclude: '^src/engine/devices/wasm/kernel/',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
