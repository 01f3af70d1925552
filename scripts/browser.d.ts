/** The types of browser.js for the configuration files, whose project reads TypeScript only. */
export const browserArguments: string[];
export const testArguments: string[];
export function findBrowser(): string | undefined;
export function ensureBrowser(): void;
