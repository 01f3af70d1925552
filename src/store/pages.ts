/**
 * The pages at the right of the screen, in their order: one entry each. Addresses name them by these ids. What stands on a
 * page is in `panels/page/pages.ts`, its title in `i18n/`; neither compiles while it lacks one.
 */
import type { ModelSpec } from '../engine/experiment';

interface PageEntry {
  /** What the worker computes while the page is open, besides the picture of the run; null for nothing. */
  readonly watch: 'costSurface' | 'hiddenLayer' | null;
  /** Under More: it has a tab only while it is open. */
  readonly isMore: boolean;
}

export const pages = {
  'one-point': { watch: null, isMore: false },
  formula: { watch: null, isMore: false },
  code: { watch: null, isMore: false },
  'how-well': { watch: null, isMore: false },
  why: { watch: null, isMore: false },
  'cost-surface': { watch: 'costSurface', isMore: true },
  'output-surface': { watch: null, isMore: true },
  'hidden-layer': { watch: 'hiddenLayer', isMore: true },
  diagnostics: { watch: null, isMore: true },
  runs: { watch: null, isMore: true },
  demand: { watch: null, isMore: true },
} as const satisfies Readonly<Record<string, PageEntry>>;

export type PageId = keyof typeof pages;

export const pageIds = Object.keys(pages) as PageId[];

/** Those that always have a tab, and those under More. */
export const tabbedPages = pageIds.filter((id) => !pages[id].isMore);
export const morePages = pageIds.filter((id) => pages[id].isMore);

/** The hidden layer whose answers the open page shows, from 0: `chosen`, or else the last. null where it shows none. */
export function watchedLayer(page: PageId, { hidden }: ModelSpec, chosen: number | null): number | null {
  const last = hidden.length - 1;
  if (pages[page].watch !== 'hiddenLayer' || last < 0) return null;
  return Math.min(chosen ?? last, last);
}
