/**
 * End-to-end tests of the built app in dist/ (`npm run build` first). Two workers, one for each core of a
 * small machine, and no retries: a flake is a defect. Recording traces takes an eighth of the time: `--trace retain-on-failure` asks for
 * them. E2E_PORT moves the server when 4174 is taken.
 */
import { defineConfig } from '@playwright/test';
import { findBrowser, testArguments } from './scripts/browser.js';

const port = Number(process.env.E2E_PORT ?? 4174);
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  // `npm test` without --full: of each part of the page what it is there for.
  ...(process.env.CORE ? { grep: /@core/ } : {}),
  // What takes many minutes is asked for by `npm run soak`.
  ...(process.env.SOAK ? {} : { grepInvert: /@soak/ }),
  workers: 2,
  // A busy machine is slow; what never comes is found all the same.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${port}/`,
    browserName: 'chromium',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    // Pages of one profile in one process have each other's compiled code. Code that a page runs for seconds is not worth optimising on
    // another core, which the other worker needs.
    launchOptions: {
      args: [...testArguments, '--process-per-site', '--js-flags=--no-concurrent-recompilation'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
    timeout: 20_000,
  },
});
