/**
 * Builds the two pages (index.html, gallery.html) and the worker into dist/, with relative paths so that any folder of
 * any static host will do, and runs the unit tests: `node` for the engine and plain logic, `browser` for what needs a
 * real page. .size-limit.json counts files by the names given here; a build that breaks the naming fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mdx from '@mdx-js/rollup';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { findBrowser, testArguments } from './scripts/browser.js';
import { kernelPlugin } from './scripts/kernelPlugin.js';
import { wordShares } from './scripts/wordShares.js';
import { type Language, languages } from './src/i18n/languages.ts';

const root = import.meta.dirname;
const indexPage = resolve(root, 'index.html');

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only in the build: the dev server needs inline scripts for hot reload. */
const securityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
};

/** Every browser that runs the page reads WOFF2: the two older formats of each of KaTeX's fonts stay out of the build. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css$/.test(id)) return null;
    return code.replaceAll(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("[a-z]+"\)/g, '');
  },
};

/** Ids of the modules that index.html loads at once, that is by static imports. Filled before chunks are formed. */
const pageModules = new Set<string>();

/** Chunks that hold them are called index or shared; everything loaded later gets a name that begins with lazy-. */
const pageChunks: Plugin = {
  name: 'page-chunks',
  apply: 'build',
  buildEnd() {
    pageModules.clear();
    const follow = (id: string) => {
      if (pageModules.has(id)) return;
      pageModules.add(id);
      this.getModuleInfo(id)?.importedIds.forEach(follow);
    };
    follow(indexPage);
  },
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    // The worker is a build of its own, so it is not among these chunks.
    if (chunks.some((chunk) => chunk.moduleIds.some((id) => id.includes('/@tensorflow/')))) {
      this.error(
        'The page bundles TensorFlow.js, which belongs to the worker: import only types from devices.',
      );
    }
    const page = chunks.find((chunk) => chunk.facadeModuleId === indexPage);
    const uncounted = page?.imports.filter((name) => !/^assets\/(shared|rolldown-runtime)-/.test(name)) ?? [];
    if (uncounted.length > 0) {
      this.error(`.size-limit.json does not count ${uncounted.join(', ')}, which index.html loads at once.`);
    }
  },
};

/** Plotly asks for the styles of its maps, which are not used. */
const noMapStyles: Plugin = {
  name: 'no-map-styles',
  enforce: 'pre',
  resolveId: (id) => (id === 'maplibre-gl/dist/maplibre-gl.css' ? '\0no-map-styles' : null),
  load: (id) => (id === '\0no-map-styles' ? '' : null),
};

/**
 * One ESM copy of each, however many packages ask for it. Vitest would take TensorFlow.js's "main" files, which bring a
 * second core; the alias names the files that "module" means everywhere else.
 */
const oneCopy = {
  dedupe: ['react', 'react-dom', '@tensorflow/tfjs-core'],
  alias: [{ find: /^@tensorflow\/([a-z-]+)$/, replacement: '@tensorflow/$1/dist/index.js' }],
};

/**
 * TensorFlow.js is a thousand small files, bundled once for all tests in Node. List every path of it that src imports:
 * one that is missing here would load a second copy.
 */
const tensorflowForNode = [
  '@tensorflow/tfjs-core/dist/index.js',
  '@tensorflow/tfjs-core/dist/register_all_gradients',
  '@tensorflow/tfjs-backend-cpu/dist/index.js',
  '@tensorflow/tfjs-backend-webgl/dist/index.js',
];

const locales: readonly (readonly [id: string, language: Language])[] = Object.entries(languages);
const tags = locales.map(([, { tag }]) => tag);
const partialLocales = locales.filter(([, language]) => 'isPartial' in language).map(([id]) => id);

const inNode = {
  environment: 'node',
  include: ['{src,scripts,bench,tests/support}/**/*.test.ts'],
  exclude: ['**/*.browser.test.ts'],
  // Vitest leaves one core free, which on a small machine is half of it.
  maxWorkers: '100%',
  // A busy machine is slow; a test that hangs is found all the same.
  testTimeout: 30_000,
  deps: { optimizer: { ssr: { enabled: true, include: tensorflowForNode } } },
};

/** Rooms whose modules keep what they are told: the store, and all that is built on it. */
const statefulRooms = 'src/{app,lessons,panels,persistence,store}/**/*.test.ts';

/** Tests that put others in the place of modules, or count what the process holds from its start. */
const demanding = process.env.VITEST
  ? ['src', 'scripts', 'tests']
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
          (file) => `${folder}/${file.replaceAll('\\', '/')}`,
        ),
      )
      .filter((file) => file.endsWith('.test.ts'))
      .filter((file) =>
        /\b(vi\.(mock|doMock|resetModules)|keepsTheContract)\b/.test(readFileSync(file, 'utf8')),
      )
  : [];

/** Each in a process of its own. All others share theirs, because loading modules takes longer than most tests. */
const alone = [statefulRooms, ...demanding];

export default defineConfig({
  base: './',
  plugins: [
    kernelPlugin(),
    { enforce: 'pre', ...mdx({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
    react({ include: /\.(mdx|[jt]sx?)$/ }),
    // React Aria speaks thirty languages, its English is American.
    {
      ...optimizeLocales.vite({ locales: ['en-US', ...tags.filter((tag) => !tag.startsWith('en'))] }),
      enforce: 'pre',
    },
    onlyWoff2,
    noMapStyles,
    securityPolicy,
    pageChunks,
  ],
  define: {
    // Plotly's parts were written for Node's name of it.
    global: 'globalThis',
    'import.meta.env.WORD_SHARES': JSON.stringify(wordShares(partialLocales)),
  },
  resolve: oneCopy,
  optimizeDeps: { entries: ['index.html', 'gallery.html', 'src/engine/worker/worker.ts'] },
  build: {
    target: 'es2022',
    // No data: addresses for fonts and images, which the security policy would have to allow.
    assetsInlineLimit: 0,
    // Plotly, loaded only when a surface is opened.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      input: { index: indexPage, gallery: resolve(root, 'gallery.html') },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: ({ name }) =>
          ['shared', 'rolldown-runtime'].includes(name)
            ? 'assets/[name]-[hash].js'
            : 'assets/lazy-[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [{ name: 'shared', minShareCount: 2, test: (id) => pageModules.has(id) }],
        },
      },
    },
  },
  worker: {
    format: 'es',
    plugins: () => [kernelPlugin()],
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/worker-[name]-[hash].js',
      },
    },
  },
  preview: { port: 4173 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...inNode,
          name: 'node',
          isolate: false,
          exclude: [...inNode.exclude, ...alone],
          setupFiles: ['tests/support/tidyUp.ts'],
        },
      },
      { extends: true, test: { ...inNode, name: 'alone', include: alone } },
      {
        extends: true,
        optimizeDeps: { entries: ['src/**/*.browser.test.{ts,tsx}', 'src/engine/worker/worker.ts'] },
        test: {
          name: 'browser',
          include: ['src/**/*.browser.test.{ts,tsx}'],
          // `npm test` without --full: the agreement holds the device to its numbers, too, and a processor that imitates WebGL takes its time.
          exclude: process.env.CORE
            ? [
                'src/engine/devices/contract.browser.test.ts',
                'src/engine/devices/webgl/webglDevice.browser.test.ts',
              ]
            : [],
          // After the others, which take every core.
          sequence: { groupOrder: 1 },
          // Drawings and controls take their colours and sizes from it.
          setupFiles: ['tests/support/pageTheme.ts'],
          // A busy machine draws late; what never comes is waited for this long.
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { ...browserPath(), args: testArguments } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

/** Looked for only when tests run; without one, Playwright says in its own words what is missing. */
function browserPath() {
  const executablePath = process.env.VITEST ? findBrowser() : undefined;
  return executablePath ? { executablePath } : {};
}
