/** Lanes of a race in every state. */
import type { GalleryCase } from '../../../../drawings/gallery/galleryCase';
import { createSample, type Sample } from '../../../../drawings/gallery/sample';
import { constant } from '../../../../engine/readableStore';
import { LaneCard, type LaneCardProps } from '../../../shared/race/LaneCard';

const relu = [{ units: 8, activation: 'relu' }] as const;
const moons = createSample({ dataset: 'moons', hidden: relu, points: 200, columns: 64 });
const early = createSample({ dataset: 'moons', hidden: relu, points: 200, columns: 64, epochs: 2 });
const sine = createSample({ dataset: 'sine', hidden: relu, points: 80, columns: 128 });

const metrics = (loss: number, accuracy: number | null) => ({ loss, accuracy, confusion: null });
const running: LaneCardProps['figures'] = {
  epoch: 1234,
  halt: null,
  train: metrics(0.041, 0.982),
  test: metrics(0.057, 0.975),
};

function lane(sample: Sample, parts: Partial<LaneCardProps>) {
  const { points, isTest, plane, task, inputs, outputs, predictions } = sample;
  return (
    <div style={{ width: 240 }}>
      <LaneCard
        name="ReLU"
        line={0}
        frame={constant({ outputs, predictions })}
        data={{ plane, task, inputs }}
        view={{ discretize: false, showTest: true }}
        points={{ points, split: { isTest } }}
        figures={running}
        isUsed={false}
        onUse={() => {}}
        {...parts}
      />
    </div>
  );
}

export const cases: readonly GalleryCase[] = [
  { id: 'lane', title: 'Running', element: lane(moons, {}) },
  {
    id: 'lane-first',
    title: 'Before its first picture',
    element: lane(moons, {
      line: 1,
      figures: null,
      frame: constant({ outputs: null, predictions: null }),
    }),
  },
  {
    id: 'lane-diverged',
    title: 'Diverged',
    element: lane(early, {
      name: '10',
      line: 2,
      figures: { epoch: 12, halt: 'diverged', train: metrics(4.1e31, 0.5), test: metrics(9.9e30, 0.51) },
    }),
  },
  {
    id: 'lane-stopped',
    title: 'Stopped by its rule, and in use',
    element: lane(moons, { line: 3, figures: { ...running, halt: 'epochs' }, isUsed: true }),
  },
  {
    id: 'lane-long',
    title: 'A long name',
    element: lane(moons, { name: 'Nesterov momentum with categorical cross-entropy' }),
  },
  {
    id: 'lane-regression',
    title: 'Regression, without test points',
    element: lane(sine, { figures: { ...running, train: metrics(0.2, null), test: null } }),
  },
];
