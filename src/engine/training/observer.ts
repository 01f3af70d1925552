/**
 * Looks at a network on its device: losses and predictions at the points, maps over the plane, and what somebody watches besides.
 * Changes nothing.
 */
import { sameRange } from '../data/planeRange';
import type { PreparedData } from '../data/prepareData';
import type { Device, DeviceState, LookUp } from '../devices/device';
import type { DataSpec, Experiment } from '../experiment';
import { type Measurement, measure, penaltyOf } from '../model/metrics';
import type { NetworkPlan } from '../model/network';
import { evenly, examine } from './health';
import { historyRow } from './historyRow';
import { createMaps, type MapSizes, type Maps } from './maps';
import { type DataPart, type Parts, scatter } from './parts';
import type { Health, HistoryRow, LayerAnswers, Metrics, Snapshot, Watch } from './snapshot';

/** What the observer measures, beside where the run stands. */
export type Picture = Pick<
  Snapshot,
  | 'train'
  | 'test'
  | 'penalty'
  | 'parameters'
  | 'outputs'
  | 'unitMaps'
  | 'predictions'
  | 'losses'
  | 'answers'
  | 'hidden'
>;

/** What a snapshot looks at beyond the usual. */
export interface Attention {
  readonly hiddenLayer: Watch['hiddenLayer'];
  /** Whether the health of the layers is examined, too. */
  readonly examine: boolean;
}

export const usual: Attention = { hiddenLayer: null, examine: false };

/** Points at which a watched layer is asked, at most. */
const mostAnswers = 600;

export class Observer {
  private maps: Maps;
  /** Points that a watched layer answers, and their inputs. [index][feature] */
  private readonly asked: { readonly indices: Uint32Array; readonly inputs: Float32Array };

  constructor(
    private readonly data: PreparedData,
    private readonly network: NetworkPlan,
    private readonly parts: Parts<DataPart>,
    experiment: Experiment,
    private readonly lookUp: LookUp | undefined,
  ) {
    this.maps = createMaps(experiment.data, data.inputMap, network);
    const { points, inputMap } = data;
    const count = points.y.length;
    const indices = Uint32Array.from(evenly(count, Math.min(count, mostAnswers)));
    const column = (values: Float64Array) => Float64Array.from(indices, (i) => values[i] as number);
    this.asked = { indices, inputs: inputMap.fill(column(points.x1), column(points.x2)) };
  }

  /** Computes maps over the plane of `data` from now on; the rest of `data` must be unchanged. */
  lookAt(data: DataSpec): void {
    if (sameRange(this.maps.plane, data.plane)) return;
    this.maps = createMaps(data, this.data.inputMap, this.network);
  }

  async measurePart(
    device: Device,
    { data, loss }: Experiment,
    which: keyof Parts<DataPart>,
  ): Promise<Measurement> {
    const part = this.parts[which];
    const logits = part.points > 0 ? await device.logits(part.inputs, part.points) : new Float32Array(0);
    const classes = data.task === 'classification' ? data.classes : null;
    return measure(this.network, loss, classes, { ...part, logits }, async () => this.lookUp?.('answer'));
  }

  async metrics(
    device: Device,
    experiment: Experiment,
  ): Promise<{ train: Metrics | null; test: Metrics | null }> {
    const train = await this.measurePart(device, experiment, 'train');
    const test = await this.measurePart(device, experiment, 'test');
    return { train: train.metrics, test: test.metrics };
  }

  async picture(
    device: Device,
    experiment: Experiment,
    { parameters }: DeviceState,
    sizes: MapSizes,
    hiddenLayer: number | null,
  ): Promise<Picture> {
    const train = await this.measurePart(device, experiment, 'train');
    const test = await this.measurePart(device, experiment, 'test');
    const inOrder = (of: 'predictions' | 'losses' | 'answers') =>
      scatter(this.data, { train: train[of], test: test[of] });
    return {
      train: train.metrics,
      test: test.metrics,
      penalty: penaltyOf(this.network, parameters, experiment.loss),
      // A copy: the picture is given away, the state stays.
      parameters: parameters.slice(),
      ...(await this.maps.evaluate(device, sizes)),
      predictions: inOrder('predictions'),
      losses: inOrder('losses'),
      answers: inOrder('answers'),
      hidden: await this.hiddenAnswers(device, hiddenLayer),
    };
  }

  /** null without training points. */
  health(
    { loss }: Experiment,
    { parameters }: DeviceState,
    epoch: number,
    updateRatios: readonly number[] | null,
    care: 'whole' | 'glance' = 'whole',
  ): Health | null {
    const { network } = this;
    const part = this.parts.train;
    return part.points > 0 ? examine({ network, loss, parameters, part, epoch, updateRatios, care }) : null;
  }

  /** What the curves need, in a fraction of a picture's time; null where something is no longer finite. */
  async glance(
    device: Device,
    experiment: Experiment,
    state: DeviceState,
    epoch: number,
    updateRatios: readonly number[] | null,
  ): Promise<{ row: HistoryRow; health: Health } | null> {
    const row = historyRow(epoch, await this.metrics(device, experiment));
    if (!row || !Number.isFinite(row.trainLoss) || !state.parameters.every(Number.isFinite)) return null;
    const health = this.health(experiment, state, epoch, updateRatios, 'glance');
    return health && { row, health };
  }

  private async hiddenAnswers(device: Device, layer: number | null): Promise<LayerAnswers | null> {
    const { layers } = this.network;
    if (layer === null || layer < 0 || layer >= layers.length - 1) return null;
    const { indices, inputs } = this.asked;
    if (indices.length === 0) return null;
    const all = await device.evaluate(inputs, indices.length, 'all');
    const before = layers.slice(0, layer).reduce((sum, { units }) => sum + units, 0);
    const units = layers[layer]?.units ?? 0;
    const values = all.slice(before * indices.length, (before + units) * indices.length);
    return { layer, indices: indices.slice(), values };
  }
}
