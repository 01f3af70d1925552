/** What vite.config.ts puts into the sources. */
interface ImportMetaEnv {
  readonly WORD_SHARES: Readonly<Record<string, number>>;
}
