// @ts-check
/** npm run goldens: builds the gallery and rewrites the goldens of cases that look another way; `git diff` shows which. */
import { ensureBrowser, ensureDependencies, runNpm } from './setup.js';

ensureDependencies();
ensureBrowser();
process.env.GOLDENS = 'write';
const failed =
  runNpm(['run', '--silent', 'build']) || runNpm(['run', 'e2e', '--', 'tests/e2e/gallery.test.ts']);
if (failed) process.exit(failed);
