/** The parts of two untyped packages that the benchmark uses. */
declare module 'convnetjs' {
  export class Vol {
    constructor(values: readonly number[]);
    w: Float64Array;
  }
  export class Net {
    makeLayers(definitions: readonly object[]): void;
    forward(inputs: Vol): Vol;
  }
  export class Trainer {
    constructor(net: Net, options: object);
    train(inputs: Vol, label: number): void;
  }
  const convnetjs: { Vol: typeof Vol; Net: typeof Net; Trainer: typeof Trainer };
  export default convnetjs;
}

declare module 'brain.js/dist/neural-network.js' {
  export interface Row {
    readonly input: readonly number[];
    readonly output: readonly number[];
  }
  export class NeuralNetwork {
    constructor(options: object);
    /** Draws the weights, which `train` would do otherwise. */
    verifyIsInitialized(rows: readonly Row[]): void;
    train(rows: readonly Row[], options: object): unknown;
    run(input: readonly number[]): ArrayLike<number>;
  }
  const moduleObject: { default: typeof NeuralNetwork } | typeof NeuralNetwork;
  export default moduleObject;
}
