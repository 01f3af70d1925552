/** The stops of the speed slider, slowest first. */
export const speeds = [
  { id: '1', updatesPerSecond: 1 },
  { id: '3', updatesPerSecond: 3 },
  { id: '10', updatesPerSecond: 10 },
  { id: '30', updatesPerSecond: 30 },
  { id: '100', updatesPerSecond: 100 },
  { id: '300', updatesPerSecond: 300 },
  { id: '1000', updatesPerSecond: 1000 },
  { id: 'fastest', updatesPerSecond: null },
] as const;

type SpeedId = (typeof speeds)[number]['id'];

export function speedOf(updatesPerSecond: number | null): SpeedId {
  return speeds.find((speed) => speed.updatesPerSecond === updatesPerSecond)?.id ?? 'fastest';
}
