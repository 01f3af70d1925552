/** How much of what comes from outside is read at all. What a document may hold is in `engine/documentBounds.ts` and `limits`. */

/** Bytes of a file, and of what a link inflates to: 100,000 points with room to spare. */
export const mostBytes = 12_000_000;

/** Characters of a link: 100,000 points take three quarters of them. */
export const mostLinkCharacters = 1_000_000;

/** Bytes that are read at once on the page, in some twenty milliseconds; what holds more is read in a worker. */
export const quickBytes = 250_000;

/** Bytes that a task inflates to: the words of a teacher, and goals. */
export const mostTaskBytes = 20_000;

/** Bytes that the code of a result inflates to: some ten thousand own points. */
export const mostCodeBytes = 1_000_000;
