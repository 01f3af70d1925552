// @ts-check
/**
 * Compiles src/engine/kernel (AssemblyScript) when something is built or tested, and puts the two modules as base64 in place of
 * src/engine/devices/wasm/binaries.ts. They travel inside the bundle, so that the kernel starts without a request anywhere: in a
 * worker, on a page, in Node. Compiled modules stay in .cache/kernel, in a folder named by a hash of their source and compiler.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceFolder = join(root, 'src/engine/kernel');
const cache = join(root, '.cache/kernel');
const placeholder = '/src/engine/devices/wasm/binaries.ts';

/** Name of the export in binaries.ts → what the compiler may use for it. */
const variants = {
  simd: ['--enable', 'simd'],
  relaxedSimd: ['--enable', 'simd', '--enable', 'relaxed-simd'],
};

const options = ['-O3', '--runtime', 'stub', '--importMemory', '--noAssert', '--use', 'abort='];

/** @returns {import('vite').Plugin} */
export function kernelPlugin() {
  return {
    name: 'kernel',
    enforce: 'pre',
    async load(id) {
      if (!id.replaceAll('\\', '/').split('?')[0]?.endsWith(placeholder)) return null;
      for (const name of sourceNames()) this.addWatchFile(join(sourceFolder, name));
      const lines = (await compiledKernel()).map(
        ([name, binary]) => `export const ${name} = '${binary.toString('base64')}';`,
      );
      return { code: lines.join('\n'), map: null };
    },
  };
}

/** @returns {Promise<[name: string, binary: Buffer][]>} */
async function compiledKernel() {
  const folder = join(cache, fingerprint());
  if (!existsSync(folder)) await compileInto(folder);
  return Object.keys(variants).map((name) => [name, readFileSync(join(folder, `${name}.wasm`))]);
}

function sourceNames() {
  return readdirSync(sourceFolder).filter((name) => name.endsWith('.ts'));
}

function fingerprint() {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([options, variants]));
  hash.update(readFileSync(createRequire(import.meta.url).resolve('assemblyscript/package.json')));
  for (const name of sourceNames()) hash.update(name).update(readFileSync(join(sourceFolder, name)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Moves the finished folder to its place whole, so that two builds at once never see half of one.
 * @param {string} folder
 */
async function compileInto(folder) {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  for (const [name, features] of Object.entries(variants)) {
    writeFileSync(join(unfinished, `${name}.wasm`), await compile(features));
  }
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} features
 * @returns {Promise<Uint8Array>}
 */
async function compile(features) {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  /** @type {(string | Uint8Array)[]} */
  const messages = [];
  const { error } = await asc.main(['index.ts', '--outFile', 'kernel.wasm', ...options, ...features], {
    readFile: (name) => {
      const path = join(sourceFolder, name);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents;
    },
    listFiles: () => [],
    stderr: { write: (message) => messages.push(message) },
  });
  if (error || !binary) throw new Error(`the kernel does not compile:\n${messages.join('')}`);
  return binary;
}
