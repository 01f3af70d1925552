/** What a file called `*.gallery.tsx` exports: the states of one drawing, as the gallery shows them. */
import type { ReactNode } from 'react';

export interface GalleryModule {
  readonly cases: readonly GalleryCase[];
  /** Loads what the drawing itself loads after its picture, so that the gallery shows both at once. */
  readonly loadLaterParts?: () => Promise<unknown>;
}

export interface GalleryCase {
  /** Unique in the gallery; the id of the figure and the name of its golden. */
  readonly id: string;
  readonly title: string;
  readonly element: ReactNode;
}
