import { describe, expect, it } from 'vitest';
import { type Feature, type FeatureId, features } from './features';

/** Each feature at (x1, x2) = (−2, 0.5), by hand. */
const AT_MINUS_TWO_AND_HALF: Record<FeatureId, number> = {
  x1: -2,
  x2: 0.5,
  x1Squared: 4,
  x2Squared: 0.25,
  x1x2: -1,
  x1Cubed: -8,
  x2Cubed: 0.125,
  sinX1: -0.9092974268256817,
  sinX2: 0.479425538604203,
  cosX1: -0.4161468365471424,
  cosX2: 0.8775825618903728,
  radius: 2.0615528128088303,
};

describe.each(Object.entries<Feature>(features))('feature %s', (key, feature) => {
  it('describes itself', () => {
    expect(feature.id).toBe(key);
    expect(feature.name.en.trim()).not.toBe('');
    expect(feature.name.zh).toMatch(/\p{Script=Han}/u);
    expect(feature.formula).toMatch(/x_[12]/);
    expect(feature.label).not.toMatch(/[\\_^]/);
  });

  it('has the value worked out by hand', () => {
    expect(feature.at(-2, 0.5)).toBeCloseTo(AT_MINUS_TWO_AND_HALF[key as FeatureId], 12);
  });

  it('says truly whether it looks at x₂', () => {
    expect(feature.at(1.3, 0.4) !== feature.at(1.3, -2.2)).toBe(feature.usesX2);
    expect(feature.formula.includes('x_2')).toBe(feature.usesX2);
  });
});
