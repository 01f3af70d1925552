/** What the devices of a browser must keep to, besides agreeing with each other. Relaxed SIMD may be had here and not in Node. */
import { keepsTheContract } from '../../../tests/support/agreement/contract';

keepsTheContract(['wasm', 'webgl']);
