/**
 * The picture of the run that the proofs are about; follows training a few times a second. null before the first one: that of a run
 * before would be of other activations, though its weights are as many.
 */
import { useFollow } from '../../../../drawings/useFollow';
import { runSnapshot } from '../../../../store/derived';

const followMs = 300;

export const useMoment = () => useFollow(runSnapshot, followMs);
