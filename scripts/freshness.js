// @ts-check
/** Tells whether something built is older than what it was built from. Times are milliseconds since 1970, of files and folders. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The latest change among files and folders, everything inside included. A folder's own time counts too: it changes
 * when a file is removed. What does not exist counts as 0.
 * @param {readonly string[]} paths
 * @returns {number}
 */
export function newestChangeMs(paths) {
  let newestMs = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    const insideMs = stat.isDirectory()
      ? newestChangeMs(readdirSync(path).map((name) => join(path, name)))
      : 0;
    newestMs = Math.max(newestMs, stat.mtimeMs, insideMs);
  }
  return newestMs;
}
