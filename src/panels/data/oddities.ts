/** Data a model cannot learn from as it stands. Pure; the words are elsewhere. */
import type { FeatureId } from '../../engine/data/features';
import type { PreparedData } from '../../engine/data/prepare';
import type { DataSpec } from '../../engine/experiment';

export type Oddity =
  | { readonly kind: 'noPoints' }
  | { readonly kind: 'oneClass' }
  | { readonly kind: 'missingClass'; readonly class: number }
  | { readonly kind: 'constantFeature'; readonly feature: FeatureId };

/** What is odd about the training points, the gravest alone when nothing else can be said. */
export function oddities(data: DataSpec, { points, split, inputMap }: PreparedData): Oddity[] {
  if (split.train.length === 0) return [{ kind: 'noPoints' }];
  const constant = inputMap.constant.map((feature): Oddity => ({ kind: 'constantFeature', feature }));
  if (data.task === 'regression') return constant;
  const present = new Set(Array.from(split.train, (i) => points.y[i]));
  if (present.size === 1) return [{ kind: 'oneClass' }, ...constant];
  const missing = Array.from({ length: data.classes }, (_, i) => i).filter((i) => !present.has(i));
  return [...missing.map((index): Oddity => ({ kind: 'missingClass', class: index })), ...constant];
}
