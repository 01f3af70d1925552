/** One short text in every language of the page; registries carry their names this way, beside their code. */
export interface Localized {
  readonly en: string;
  readonly zh: string;
}

export type Locale = keyof Localized;
