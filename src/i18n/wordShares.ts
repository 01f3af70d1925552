/** The share of the words that each partial language has, 0 … 1, as `scripts/wordShares.js` counts them for the build. */
export const wordShares: Readonly<Partial<Record<string, number>>> = import.meta.env.WORD_SHARES;
