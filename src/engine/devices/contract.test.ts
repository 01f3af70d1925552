/** What every device that runs in Node must keep to, besides agreeing with the others; without --full, the one that is fast. */
import { keepsTheContract } from '../../../tests/support/agreement/contract';
import { isFull } from '../../../tests/support/agreement/pairwise';

keepsTheContract(isFull ? ['reference', 'wasm'] : ['wasm']);
