/** What stands on each page of `store/pages.ts`, loaded when it is first opened. */
import { type ComponentType, lazy } from 'react';
import { loadMathematicsWords } from '../../i18n/i18n';
import type { PageId } from '../../store/pages';

/** A page whose words come with it. */
function withWords(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => {
    const [content] = await Promise.all([load(), loadMathematicsWords()]);
    return { default: content };
  });
}

export const contents: Readonly<Record<PageId, ComponentType>> = {
  'one-point': lazy(async () => ({ default: (await import('./onePoint/OnePointPage')).OnePointInMode })),
  formula: withWords(async () => (await import('./formula/FormulaPage')).FormulaPage),
  code: withWords(async () => (await import('./code/CodePage')).CodePage),
  'how-well': lazy(async () => ({ default: (await import('./howWell/HowWellPage')).HowWellPage })),
  why: withWords(async () => (await import('./why/WhyPage')).WhyPage),
  'cost-surface': withWords(async () => (await import('./more/surfaces/CostSurfacePanel')).CostSurfacePanel),
  'output-surface': withWords(
    async () => (await import('./more/surfaces/OutputSurfacePanel')).OutputSurfacePanel,
  ),
  'hidden-layer': lazy(async () => ({
    default: (await import('./more/hiddenSpace/HiddenSpacePanel')).HiddenSpacePanel,
  })),
  diagnostics: lazy(async () => ({ default: (await import('./more/health/HealthPanel')).HealthPanel })),
  demand: withWords(async () => (await import('./more/demand/DemandPage')).DemandPage),
  runs: lazy(async () => ({ default: (await import('./more/runs/RunsTab')).RunsTab })),
};
