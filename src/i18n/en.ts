/* oxlint-disable max-lines -- a language is one file */
/**
 * The English words of the page, and the source of the key types: other languages have these keys and no others.
 * `{{name}}` is a value that the caller fills in. Names of activations, losses, optimisers, … stand beside their code.
 */
import type { enMathematics } from './enMathematics';
import type { enPages } from './enPages';

export const en = {
  app: {
    skip: 'Skip to the decision boundary',
    theme: 'Theme',
    themes: { system: 'Follow the system', light: 'Light', dark: 'Dark' },
    undo: 'Undo',
    redo: 'Redo',
    open: 'Open',
    save: 'Save',
    share: 'Share',
    help: 'Help',
    examples: 'Examples',
    mode: 'Mode',
    modes: { learn: 'Learn', explore: 'Explore', present: 'Present' },
    modeHints: {
      learn: 'The course, one thing to do at a time.',
      explore: 'Everything at hand.',
      present:
        'For a projector: large type, the plane, one page and the film; arrow keys turn the pages, Esc leaves.',
    },
    more: 'More of the page',
    device: 'Device',
  },
  controls: {
    empty: 'Nothing was typed; type a number from {{min}} to {{max}}.',
    notANumber: '“{{value}}” is not a number; type a number from {{min}} to {{max}}.',
    notWhole: '{{value}} is not a whole number; type a whole number from {{min}} to {{max}}.',
    outOfRange: '{{value}} is out of range; type a number from {{min}} to {{max}}.',
    typedValue: '{{label}}, typed',
    fewer: 'Fewer: {{label}}',
    more: 'More: {{label}}',
    dismiss: 'Dismiss',
  },
  transport: {
    play: 'Play',
    pause: 'Pause',
    step: 'One step',
    stepBy: 'Step by',
    stepUpdate: 'one update',
    stepEpoch: 'one epoch',
    reset: 'Start over',
    newWeights: 'New weights',
    speed: 'Speed',
  },
  film: {
    title: 'Training film',
    goOn: 'Go on',
    goOnHint: 'Trains on from here, beyond what stopped it.',
    replay: 'Replay',
    replayHint: 'Shows the run again in four seconds, from its first moment; nothing is trained.',
    replaying: 'Showing the run again …',
    slow: 'Slow',
    normal: 'Normal',
    once: 'At once',
    speedHint:
      'Slow: a steady pace that you set. Normal: begins with some 15 updates a second and doubles the pace every second. At once: as fast as the device can.',
    updatesPerSecond: 'updates/s',
    cost: 'cost J',
    correct: 'correct',
    axes: 'Axes',
    costAxis: 'Cost axis',
    epochAxis: 'Epoch axis',
    epochAxisHint:
      'Logarithmic: the first epochs get as much room as later ones, and the film crosses it evenly.',
    low: 'J is below 5 % of its start:',
    useLog: 'log axis',
    settled: 'Epoch {{epoch}}: twice as many epochs changed no answer.',
    settledCurve: 'Epoch {{epoch}}: twice as many epochs hardly changed the picture.',
    stoppedEpochs: 'Epoch {{epoch}}: the limit of epochs is reached.',
    stoppedLoss: 'Epoch {{epoch}}: the training cost has come down to {{loss}}, as asked.',
    stoppedPlateau_one: 'Epoch {{epoch}}: no progress in the last epoch, so training stopped, as asked.',
    stoppedPlateau_other:
      'Epoch {{epoch}}: no progress in the last {{epochs}} epochs, so training stopped, as asked.',
  },
  metrics: {
    epoch: 'epoch',
    epochsPerSecond: 'epochs/s',
    trainTestLoss: 'cost J, train / test',
    trainLoss: 'cost J, train',
    testLoss: 'cost J, test',
    trainAccuracy: 'train accuracy',
    testAccuracy: 'test accuracy',
    points: 'points',
    device: 'device',
    trainTestAccuracy: 'train / test accuracy',
  },
  /** The whole experiment in one sentence; the words in it that are pressed are its parts. */
  sentence: {
    label: 'Experiment',
    classification:
      'Separate {{data}} with {{model}}, measure each error by {{loss}}, and make the cost {{J}} small by {{training}}.',
    regression:
      'Fit {{data}} with {{model}}, measure each error by {{loss}}, and make the cost {{J}} small by {{training}}.',
    steps: { data: 'Data', model: 'Model', loss: 'Loss', training: 'Training' },
    own: 'your own points',
    noPoints: 'points yet to be placed',
    classes: '{{n}} classes',
    onlyInput: 'only {{input}}',
    fewInputs: 'inputs {{inputs}}',
    manyInputs: '{{n}} inputs',
    standardised: 'standardised',
    logistic: 'logistic regression',
    softmax: 'softmax regression',
    linear: 'linear regression',
    oneUnit: 'a single {{activation}} unit',
    oneLayer: 'one layer of {{n}} {{activation}} units',
    layer: 'one layer',
    network: 'a network',
    network1: 'a network with one hidden layer',
    networkMany: 'a network with {{number}} hidden layers',
    numbers: {
      n2: 'two',
      n3: 'three',
      n4: 'four',
      n5: 'five',
      n6: 'six',
      n7: 'seven',
      n8: 'eight',
    },
    mixed: 'mixed activations',
    output: '{{activation}} output',
    frozen: 'frozen',
    partlyFrozen: 'partly frozen',
    crossEntropy: 'cross-entropy',
    descent: 'gradient descent',
    momentum: 'descent with momentum',
    schedule: '{{schedule}} schedule',
    clipped: 'clipped',
    titles: { data: 'Data', model: 'Model', loss: 'Loss and cost', training: 'Gradient descent' },
    keepOpen: 'Keep open',
    close: 'Close',
    keepHint: 'Keeps this sheet beside the plane, now and on the next visit.',
    enter: 'Enter goes into the sheet; Tab passes it by.',
  },
  data: {
    title: 'Data',
    task: 'Task',
    tasks: {
      classification: 'Classification',
      regression1: 'Regression, one input',
      regression2: 'Regression, two inputs',
      classificationShort: 'classes',
      regression1Short: 'curve',
      regression2Short: 'surface',
    },
    presets: 'Presets',
    own: 'Own points',
    actions: 'All points',
    brush: 'Brush',
    class: 'class {{n}}',
    named: '“{{name}}”',
    eraser: 'Eraser',
    select: 'Select',
    newValue: 'Value of new points',
    points: 'Points',
    noise: 'Noise',
    classes: 'Classes',
    testShare: 'Test share',
    newSample: 'New sample',
    newSplit: 'New split',
    inputs: 'Inputs',
    standardize: 'Standardise inputs',
    standardizeShort: 'standardise',
    clear: 'Clear',
    deleteSelected: 'Delete selected ({{n}})',
  },
  model: {
    title: 'Model',
    kind: 'Kind of model',
    logistic: 'Logistic regression',
    softmax: 'Softmax regression',
    linear: 'Linear regression',
    network: 'Neural network',
    logisticShort: 'logistic',
    softmaxShort: 'softmax',
    linearShort: 'linear',
    networkShort: 'network',
    inputs: 'inputs',
    hidden: 'hidden {{n}}',
    output: 'output',
    unitsOf: 'Units of hidden layer {{n}}',
    activationOf: 'Activation of hidden layer {{n}}',
    outputActivation: 'Activation of the output layer',
    addLayer: 'Add layer',
    removeLayerNumbered: 'Remove hidden layer {{n}}',
    initializer: 'Initialiser',
    seed: 'Seed of the weights',
    parameters: '{{n}} weights and biases',
    summary: 'Network with layers of {{layers}} units, inputs first.',
  },
  loss: {
    title: 'Loss and cost',
    loss: 'Loss',
    l1: 'L1 penalty',
    l2: 'L2 penalty',
  },
  training: {
    title: 'Gradient descent',
    optimizer: 'Optimiser',
    learningRate: 'Learning rate α',
    batch: 'Mini-batch',
    batchAll: 'all',
    schedule: 'Schedule',
    clip: 'Clip the gradient',
    stopEpochs: 'Stop after',
    stopLoss: 'Stop at training cost J',
    stopPlateau: 'Stop on a plateau',
    plateauImprovement: 'Least improvement',
    shuffleSeed: 'Shuffle seed',
  },
  plane: {
    title: 'Decision boundary',
    titleOutput: 'Model output',
    titleCurve: 'Fitted curve',
    discretize: 'classes only',
    testPoints: 'test points',
    prediction: 'prediction',
    instructions:
      'Arrow keys move the cursor, with Shift in larger steps. Enter places a point, Delete removes the nearest, 1 to 4 choose the class.',
    instructionsRegression:
      'Arrow keys move the cursor, with Shift in larger steps. Enter places a point, Delete removes the nearest.',
    cursor: 'Cursor at {{x1}}, {{x2}}.',
    placed: 'Point of {{class}} placed at {{x1}}, {{x2}}.',
    placedValue: 'Point with target {{value}} placed at {{x1}}, {{x2}}.',
    removed: 'Point removed.',
    nothingNear: 'No point near the cursor.',
    summary: 'Points: {{points}}, classified wrongly: {{wrong}}.',
    zoomKeys: 'Plus and minus zoom, 0 fits the plane to the data.',
    shown: 'Shown: {{left}} to {{right}} across, {{bottom}} to {{top}} up.',
    view: 'View of the plane',
    from: '{{axis}} from',
    to: '{{axis}} to',
    fit: 'Fit to data',
    zoomNote: 'The wheel, two fingers, or + and − on the plane zoom; the run goes on.',
    held: 'Point taken; arrows move it, Space lets go.',
    dropped: 'Point let go.',
  },
  /** A point on its way through the network. */
  probe: {
    tool: 'One point',
    point: 'point {{n}}',
    train: 'training',
    test: 'test',
    target: 'target {{value}}',
    mark: 'this point',
    keys: 'I pins what is under the cursor, to follow it through the model; Escape lets it go.',
    pinnedPoint: 'Pinned: point {{n}}.',
    pinnedPlace: 'Pinned: {{x1}}, {{x2}}.',
    unpinned: 'No longer pinned.',
    hints: {
      tool: 'Pins the point or place you press, to follow it through the model; key P chooses it too.',
    },
  },
  losses: {
    title: 'Cost J over the epochs',
    scale: 'Scale',
    linear: 'linear',
    log: 'log',
    train: 'train',
    test: 'test',
    epoch: 'epoch',
    empty: 'No epochs yet: press Play.',
  },
  timeline: {
    title: 'Timeline',
  },
  /** The pages at the right, which explain the picture. */
  page: {
    title: 'Pages that explain the model',
    loading: 'Loading …',
    copied: 'Copied',
    copyFailed: 'The clipboard is out of reach here; select the text and copy it by hand.',
    more: 'More',
    moreHint: 'Surfaces of cost and output, a look into the layers, and runs that are kept.',
    tabs: {
      'one-point': 'One point',
      formula: 'Formula',
      code: 'Code',
      'how-well': 'How well',
      why: 'Why',
      'cost-surface': 'Cost surface',
      'output-surface': 'Output surface',
      'hidden-layer': 'Hidden layer',
      diagnostics: 'Diagnostics',
      runs: 'Runs',
      demand: 'T-shirt',
    },
    hints: {
      'one-point': 'Follows a single point through the model, from its inputs to its loss.',
      formula: 'The whole model as written mathematics: its output, loss, cost and update.',
      code: 'The three steps in a few lines of Keras, and whole programs to take along.',
      'how-well': 'The loss of every point, which classes are taken for which, and all points as a table.',
      why: 'Questions about models of this kind, each with an experiment of its own.',
      'cost-surface': 'J over two weights or directions, with the path that descent has taken on it.',
      'output-surface': 'What the model answers over the plane, as a height.',
      'hidden-layer': 'Where a layer inside the network puts the points for the next one.',
      diagnostics: 'Layer by layer: gradients, updates, and units that are dead or flat.',
      runs: 'Training that is kept to be compared, and races between variants.',
      demand: 'A network on four inputs whose hidden units have a meaning.',
    },
  },
  notices: {
    divergedWhy:
      'The steps were probably too large. Try a smaller learning rate, clip the gradient, or standardise the inputs.',
    tenthRate: 'Learning rate ÷ 10',
    webglMissing: 'This browser offers no WebGL; training runs on {{device}}.',
    webglLost: 'The graphics processor was lost; training goes on from the last weights on {{device}}.',
    wasmMissing: 'This browser has no WebAssembly SIMD; training runs on {{device}}.',
    workerRestarted:
      'Training was interrupted and started again from the last weights; it can go on from there.',
    workerMoved:
      'Training no longer answered, for the second time. It runs on {{device}} now and can go on from the last weights.',
    silence: {
      starting:
        'Training is starting: its program is still being loaded. If this takes long, check the connection and reload.',
      long: 'A long computation is under way that cannot be interrupted; training answers when it is done.',
      silent:
        'Training has not answered for some seconds. If it stays silent, it starts again from the last picture.',
    },
    noWorker: {
      refused:
        'Nothing can be trained here: this frame or browser lets the page do no work in the background. Open it in a window of its own.',
      notLoaded: 'The program that trains could not be loaded. Check the connection and reload.',
      failed:
        'Training fails in this browser. Reload, start over with another model, or try another browser.',
      hangs:
        'Training no longer answers on any device. Start over with a smaller model or fewer points, or reload.',
    },
    noPoints: 'No training points: place some on the plane or choose a preset.',
    storageFull: 'The browser’s storage is full; save the experiment as a file to keep it.',
    storageBlocked: 'This browser keeps nothing for this page; save the experiment as a file to keep it.',
    storageSlow: 'The browser’s storage does not answer: what you make is not kept yet.',
    lastUnreadable: 'The last document cannot be read here; it stays kept.',
    saveUnreadable: 'Save as a file',
    fileUnreadable: 'The file {{name}} could not be read.',
    fileRefused: 'The file {{name}} was not opened; what was there is untouched.',
    linkRefused: 'The link was not opened; what was there is untouched.',
    exampleRefused: 'The example {{name}} was not opened; what was there is untouched.',
    addressRefused: 'A part of the address was left out of account.',
    messages: 'Messages',
    locked: '{{step}}: locked in this prepared view.',
    unlock: 'Unlock',
    readingLink: 'Reading the link …',
    reading: 'Reading {{name}} …',
    saved: 'Saved as {{name}}.',
    openLate: 'What opens files came late. Press once more to choose one.',
    opened: 'Opened {{name}}.',
    pageFailed: 'Something went wrong on this page. Your experiment is kept; reload to go on.',
    reload: 'Reload',
    partMissing: 'This part of the page could not be loaded; the rest works on.',
    partsMissing: 'A part of the page could not be loaded; the rest works on.',
    again: 'Try again',
    againHint: 'Tries it once more.',
    partFailed: 'Something went wrong in this part of the page; the rest works on.',
    diverged:
      'Training diverged in epoch {{epoch}}: the cost or a weight was no longer a finite number. The last finite weights are kept.',
  },
} as const;

/** With those of the tabs that are loaded later. */
export type English = typeof en & typeof enPages & typeof enMathematics;

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many';

/** The keys of English. Of the forms that depend on a number only `_other` is in every language. */
type Words<T> = {
  readonly [Key in keyof T as Key extends `${string}_${PluralForm}` ? never : Key]: T[Key] extends string
    ? string
    : Words<T[Key]>;
} & OtherForms<T>;

type SomeWords<T> = {
  readonly [Key in keyof T as Key extends `${string}_${PluralForm}` ? never : Key]?: T[Key] extends string
    ? string
    : SomeWords<T[Key]>;
} & OtherForms<T>;

type OtherForms<T> = {
  readonly [Key in keyof T as Key extends `${infer Stem}_other` ? `${Stem}_${PluralForm}` : never]?: string;
};

/** What a complete language says. */
export type Messages = Words<English>;

/** What a language says that is still being translated. */
export type SomeMessages = SomeWords<English>;
