/** The types of wordShares.js for TypeScript. */
export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}
export function wordShares(ids: readonly string[], sources?: readonly Source[]): Record<string, number>;
export function readSources(): Source[];
