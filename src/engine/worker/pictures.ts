/** What a picture of the run shows besides the usual: what the page watches, and finer maps while one unit fills the plane. */
import type { MapSizes } from '../training/maps';
import type { Watch } from '../training/snapshot';
import type { Trainer } from '../training/trainer';

/** Columns of the maps of units while one of them fills the plane. */
const fineUnits = 64;

export class Pictures {
  watch: Watch = { fineUnits: false, hiddenLayer: null };

  take(trainer: Trainer, sizes: MapSizes, examine: boolean): ReturnType<Trainer['snapshot']> {
    const units = this.watch.fineUnits ? Math.max(sizes.units, fineUnits) : sizes.units;
    return trainer.snapshot({ ...sizes, units }, { hiddenLayer: this.watch.hiddenLayer, examine });
  }
}
