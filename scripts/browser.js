// @ts-check
/**
 * Finds the Chromium that the tests drive, or installs one. Order: a path given by the environment, Chromium's headless shell, which has
 * no windows of its own to paint, an installed Chrome, Chromium or Edge, the Chromium that Playwright downloaded. Uses Node's own
 * modules only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.js';

const environmentNames = ['CHROME_PATH', 'CHROME_BIN', 'CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH'];

/** Every browser of tests and benchmarks starts with these: no first-run traffic, and WebGL on machines without a GPU. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/**
 * The tests paint the page without a GPU: a processor that imitates one takes most of its time for that. Letters are as wide as in a
 * window, where the headless shell would round each to whole pixels.
 */
export const testArguments = [
  ...browserArguments,
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--font-render-hinting=none',
];

const linuxNames = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const macPaths = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPaths = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

function installedPaths() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      macPaths.map((path) => join(folder, path)),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    return folders.flatMap((folder) => (folder ? windowsPaths.map((path) => join(folder, path)) : []));
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return linuxNames.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

function playwrightFolder() {
  const { env, platform } = process;
  const given = env.PLAYWRIGHT_BROWSERS_PATH;
  if (given && given !== '0') return given;
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

/**
 * @param {string} folder
 * @returns {string[]} names in it, none if there is no such folder
 */
function listFolder(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Newest first. */
function playwrightPaths() {
  const programs = [
    'chrome',
    'chrome.exe',
    ...macPaths,
    macPaths[0]?.replaceAll('Chrome', 'Chrome for Testing') ?? '',
  ];
  const cache = playwrightFolder();
  const revisions = listFolder(cache).filter((name) => /^chromium-\d+$/.test(name));
  revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return revisions
    .map((revision) => join(cache, revision))
    .flatMap((folder) => listFolder(folder).map((platformFolder) => join(folder, platformFolder)))
    .flatMap((folder) => programs.map((program) => join(folder, program)));
}

/**
 * A file that starts: on Linux a name on PATH may be a stub that only asks to install a snap.
 * @param {string} path
 */
function isBrowser(path) {
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/**
 * The program file of a Chromium-based browser, or undefined.
 * @throws {Error} when the environment names a browser that is not there
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const name of environmentNames) {
    const path = process.env[name];
    if (!path) continue;
    if (existsSync(path)) return path;
    throw new Error(`${name} is ${path}, but there is no such file.`);
  }
  return installedPaths().find(isBrowser) ?? playwrightPaths().find(isBrowser);
}

/**
 * Debian's package brings the libraries along, which Playwright's download does not. Without fonts for Latin and Chinese, text would be
 * as narrow as the boxes that stand for missing glyphs, and no test would notice Chinese that does not fit.
 */
const installDebians = () =>
  installWithApt('chromium-headless-shell', 'fonts-liberation', 'fonts-wqy-microhei');

function installWithPlaywright() {
  const shell = process.platform === 'win32';
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: ['ignore', 2, 2], shell });
}

/** Finds a browser or installs one; ends the process with one sentence when neither works. */
export function ensureBrowser() {
  if (findBrowser()) return;
  console.error('No Chrome, Chromium or Edge was found; installing Chromium for the tests …');
  for (const install of [installDebians, installWithPlaywright]) {
    install();
    if (findBrowser()) return;
  }
  console.error(
    'The tests need a browser: install Chrome, Chromium or Edge, or set CHROME_PATH to its program file.',
  );
  process.exit(1);
}
