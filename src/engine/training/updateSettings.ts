/** What the document asks of a device while it trains. */
import type { UpdateSettings } from '../devices/device';
import type { Experiment } from '../experiment';
import type { NetworkPlan } from '../model/network';
import { frozenMask } from './frozenMask';

/** Keep the result until the document changes: devices compare the frozen mask by the identity of its array. */
export function updateSettingsOf(network: NetworkPlan, { training, loss }: Experiment): UpdateSettings {
  const { optimizer, clipNorm, frozen } = training;
  return { optimizer, l1: loss.l1, l2: loss.l2, clipNorm, frozen: frozenMask(network, frozen) };
}
