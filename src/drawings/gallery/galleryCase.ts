/** One state of one drawing, as the gallery shows it. Files called `*.gallery.tsx` export a list of them as `cases`. */
import type { ReactNode } from 'react';

export interface GalleryCase {
  /** Unique in the gallery; the id of the figure, for tests and links. */
  readonly id: string;
  readonly title: string;
  readonly element: ReactNode;
}
