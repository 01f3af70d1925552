/**
 * How documents of earlier versions become today's: step k turns version k + 1 into version k + 2. A step is pure, takes and
 * gives plain JSON, and is kept for ever together with a stored old document in its test. Version 1 is the first.
 */
type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

const steps: readonly Migration[] = [];

/** The document brought up to `steps.length + 1`; what is no object with a known version is handed back untouched. */
export function migrate(
  document: Record<string, unknown>,
  path: readonly Migration[] = steps,
): Record<string, unknown> {
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return document;
  return path.slice(version - 1).reduce((old, step) => step(old), document);
}
