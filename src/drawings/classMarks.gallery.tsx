/** The marks of the classes. */
import { ClassMark } from './ClassMark';
import type { GalleryCase } from './gallery/galleryCase';

const marks = (sizePx: number, filled: boolean) =>
  [0, 1, 2, 3].map((classIndex) => (
    <ClassMark key={classIndex} classIndex={classIndex} sizePx={sizePx} filled={filled} />
  ));

const element = (
  <div style={{ display: 'flex', gap: 12, alignItems: 'center', padding: 12 }}>
    {marks(14, false)}
    {marks(20, false)}
    {marks(20, true)}
    {marks(40, false)}
  </div>
);

export const cases: readonly GalleryCase[] = [{ id: 'class-marks', title: 'Class marks', element }];
