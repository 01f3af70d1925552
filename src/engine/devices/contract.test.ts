/** What every device that runs in Node must keep to, besides agreeing with the others. */
import { keepsTheContract } from '../../../tests/support/agreement/contract';

keepsTheContract(['reference', 'wasm']);
