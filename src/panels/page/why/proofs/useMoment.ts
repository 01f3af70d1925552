/**
 * The picture of the run that the proofs are about. null before the first one: that of a run
 * before would be of other activations, though its weights are as many.
 */
import { useThrottled } from '../../../../drawings/useThrottled';
import { runSnapshot } from '../../../../store/derived';

export const useMoment = () => useThrottled(runSnapshot);
