/**
 * The compiled kernel, two modules as base64: with SIMD, and with relaxed SIMD (fused multiply-add) as well. What stands here is
 * only their type; every build and test puts the modules in its place (scripts/kernelPlugin.js).
 */
export const simd: string = '';
export const relaxedSimd: string = '';
