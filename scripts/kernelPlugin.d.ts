/** The type of kernelPlugin.js for the configuration files, whose project reads TypeScript only. */
export function kernelPlugin(): import('vite').Plugin;
