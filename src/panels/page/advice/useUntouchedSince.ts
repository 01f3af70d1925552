/** Since which epoch a run has gone on without a change: figures of before say nothing about the settings and weights of now. */
import { useState } from 'react';
import type { Experiment } from '../../../engine/experiment';
import { useStore } from '../../../store/store';

/** `epoch`: where the run stands, with parts of an epoch. Answers 0 as long as nothing was changed as it went. */
export function useUntouchedSince(epoch: number): number {
  const runId = useStore((state) => state.run.runId);
  const edits = useStore((state) => state.run.since.weights);
  const hand = useStore(({ experiment }) => handOf(experiment));
  const [known, setKnown] = useState({ runId, edits, hand, since: 0 });
  if (known.runId === runId && known.edits === edits && known.hand === hand) return known.since;
  const since = known.runId === runId ? epoch : 0;
  setKnown({ runId, edits, hand, since });
  return since;
}

/** The settings that training takes over as it goes, stop rules left out: they change no number. */
function handOf({ loss, training }: Experiment): string {
  const { optimizer, learningRate, schedule, clipNorm, frozen } = training;
  return JSON.stringify([
    loss,
    optimizer,
    learningRate,
    schedule,
    clipNorm,
    frozen.layers,
    frozen.parameters.length,
  ]);
}
