/** What stands on each page of `store/pages.ts`, loaded when it is first opened. */
import type { ComponentType } from 'react';
import { loadMathematicsWords } from '../../i18n/i18n';
import type { PageId } from '../../store/pages';
import { lazyPart } from '../controls/lazyPart';

/** A page whose words come with it. */
function withWords(load: () => Promise<ComponentType>): ComponentType {
  return lazyPart(async () => {
    const [content] = await Promise.all([load(), loadMathematicsWords()]);
    return content;
  });
}

export const contents: Readonly<Record<PageId, ComponentType>> = {
  'one-point': lazyPart(async () => (await import('./onePoint/OnePointPage')).OnePointInMode),
  formula: withWords(async () => (await import('./formula/FormulaPage')).FormulaPage),
  code: withWords(async () => (await import('./code/CodePage')).CodePage),
  'how-well': lazyPart(async () => (await import('./howWell/HowWellPage')).HowWellPage),
  why: withWords(async () => (await import('./why/WhyPage')).WhyPage),
  'cost-surface': withWords(async () => (await import('./more/surfaces/CostSurfacePanel')).CostSurfacePanel),
  'output-surface': withWords(
    async () => (await import('./more/surfaces/OutputSurfacePanel')).OutputSurfacePanel,
  ),
  'hidden-layer': lazyPart(
    async () => (await import('./more/hiddenSpace/HiddenSpacePanel')).HiddenSpacePanel,
  ),
  diagnostics: lazyPart(async () => (await import('./more/health/HealthPanel')).HealthPanel),
  demand: withWords(async () => (await import('./more/demand/DemandPage')).DemandPage),
  runs: lazyPart(async () => (await import('./more/runs/RunsTab')).RunsTab),
};
