// @ts-check
/**
 * Compiles src/engine/devices/wasm/kernel (AssemblyScript) when something is built or tested, and puts the two modules as base64 in place of
 * src/engine/devices/wasm/binaries.ts. They travel inside the bundle, so that the kernel starts without a request anywhere: in a
 * worker, on a page, in Node. Compiled modules stay in .cache/kernel, in a folder named by a hash of their source and compiler. `ids.ts` of the
 * kernel exists only here: the numbers of what a registry lists, in its order.
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
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const sourceFolder = join(root, 'src/engine/devices/wasm/kernel');
const cache = join(root, '.cache/kernel');
/** Each entry of these registries gets its place in the order as a constant of the kernel, `leakyRelu` as LEAKY_RELU. */
const registries = [{ path: 'src/engine/model/activations/index.ts', list: 'outputActivations' }];
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
      for (const { path } of registries) this.addWatchFile(join(root, path));
      const lines = (await compiledKernel()).map(
        ([name, binary]) => `export const ${name} = '${binary.toString('base64')}';`,
      );
      return { code: lines.join('\n'), map: null };
    },
  };
}

/** @returns {Promise<[name: string, binary: Buffer][]>} */
async function compiledKernel() {
  const ids = await idsText();
  const folder = join(cache, fingerprint(ids));
  if (!existsSync(folder)) await compileInto(folder, ids);
  return Object.keys(variants).map((name) => [name, readFileSync(join(folder, `${name}.wasm`))]);
}

function sourceNames() {
  return readdirSync(sourceFolder).filter((name) => name.endsWith('.ts'));
}

async function idsText() {
  const lines = [];
  for (const { path, list } of registries) {
    const { module } = await runnerImport(join(root, path), { configFile: false, logLevel: 'error' });
    const names = Object.keys(/** @type {Record<string, object>} */ (module)[list] ?? {});
    if (names.length === 0) throw new Error(`${path} exports no ${list}`);
    lines.push(...names.map((name, id) => `export const ${constantName(name)}: u32 = ${id};`));
  }
  return lines.join('\n');
}

/** @param {string} name */
function constantName(name) {
  return name.replaceAll(/[A-Z]/g, '_$&').toUpperCase();
}

/** @param {string} ids */
function fingerprint(ids) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([options, variants, ids]));
  hash.update(readFileSync(createRequire(import.meta.url).resolve('assemblyscript/package.json')));
  for (const name of sourceNames()) hash.update(name).update(readFileSync(join(sourceFolder, name)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Moves the finished folder to its place whole, so that two builds at once never see half of one.
 * @param {string} folder
 * @param {string} ids
 */
async function compileInto(folder, ids) {
  mkdirSync(cache, { recursive: true });
  const unfinished = mkdtempSync(`${folder}-`);
  for (const [name, features] of Object.entries(variants)) {
    writeFileSync(join(unfinished, `${name}.wasm`), await compile(features, ids));
  }
  try {
    renameSync(unfinished, folder);
  } catch {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * @param {readonly string[]} features
 * @param {string} ids
 * @returns {Promise<Uint8Array>}
 */
async function compile(features, ids) {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  /** @type {(string | Uint8Array)[]} */
  const messages = [];
  const { error } = await asc.main(['index.ts', '--outFile', 'kernel.wasm', ...options, ...features], {
    readFile: (name) => {
      if (name === 'ids.ts') return ids;
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
