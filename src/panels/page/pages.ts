/** The tabs of the dock, in order. Their content is loaded when a tab is first opened. */
import { type ComponentType, lazy } from 'react';
import { loadMathematicsWords } from '../../i18n/i18n';
import type { DockTab } from '../../store/runState';

/** A tab whose words come with it. */
function mathematics(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => {
    const [content] = await Promise.all([load(), loadMathematicsWords()]);
    return { default: content };
  });
}

export const tabs: readonly { readonly id: DockTab; readonly Content: ComponentType }[] = [
  {
    id: 'equations',
    Content: mathematics(async () => (await import('./formula/EquationsPanel')).EquationsPanel),
  },
  { id: 'code', Content: mathematics(async () => (await import('./code/CodePanel')).CodePanel) },
  {
    id: 'probe',
    Content: lazy(async () => ({ default: (await import('./onePoint/ProbePanel')).ProbePanel })),
  },
  {
    id: 'table',
    Content: lazy(async () => ({ default: (await import('./howWell/table/DataTable')).DataTable })),
  },
  {
    id: 'lossPoints',
    Content: lazy(async () => ({ default: (await import('./howWell/LossPointsPanel')).LossPointsPanel })),
  },
  {
    id: 'costSurface',
    Content: mathematics(async () => (await import('./more/surfaces/CostSurfacePanel')).CostSurfacePanel),
  },
  {
    id: 'outputSurface',
    Content: mathematics(async () => (await import('./more/surfaces/OutputSurfacePanel')).OutputSurfacePanel),
  },
  {
    id: 'health',
    Content: lazy(async () => ({ default: (await import('./more/health/HealthPanel')).HealthPanel })),
  },
  {
    id: 'confusion',
    Content: lazy(async () => ({ default: (await import('./howWell/Confusion')).Confusion })),
  },
  {
    id: 'hiddenSpace',
    Content: lazy(async () => ({
      default: (await import('./more/hiddenSpace/HiddenSpacePanel')).HiddenSpacePanel,
    })),
  },
  { id: 'runs', Content: lazy(async () => ({ default: (await import('./more/runs/RunsTab')).RunsTab })) },
];
