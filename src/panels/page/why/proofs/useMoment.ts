/**
 * The picture of the run that the proofs are about. null before the first one: that of a run
 * before would be of other activations, though its weights are as many.
 */
import { useFollow } from '../../../../drawings/useFollow';
import { runSnapshot } from '../../../../store/derived';

export const useMoment = () => useFollow(runSnapshot);
