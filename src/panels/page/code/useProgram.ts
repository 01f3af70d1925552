/** The program of the experiment, and of the one before the latest change, so that what changed can be marked. */
import { useMemo, useState } from 'react';
import { buildProgram, programPieces, type TargetId } from '../../../codegen';
import { changedLines } from '../../../codegen/changedLines';
import type { Piece } from '../../../codegen/code';
import type { Program, ProgramOptions, RunOnPage } from '../../../codegen/program';
import { type ShownLine, shownLines } from '../../../codegen/shownLines';
import type { Experiment } from '../../../engine/experiment';
import { planNetwork } from '../../../engine/model/network';
import { prepared } from '../../../store/derived';
import { runOnPage } from '../../../store/manualChanges';
import { useHistory, useStore } from '../../../store/store';

export interface BuiltProgram {
  readonly program: Program;
  readonly pieces: readonly Piece[];
  readonly lines: readonly ShownLine[];
  /** Indices into `lines`: what the latest change of the experiment touched. */
  readonly changed: readonly number[];
}

/** null where there are no points to inline. */
export function useProgram(target: TargetId, { locale, inlined }: ProgramOptions): BuiltProgram | null {
  const experiment = useStore((state) => state.experiment);
  const hands = useStore((state) => state.run.hands);
  const before = useBefore(experiment);
  return useMemo(() => {
    // What the learner changed stands in both, so that only what the experiment says is marked.
    const run = runOnPage(hands, experiment);
    const now = build(target, experiment, run, { locale, inlined });
    if (!now) return null;
    const old = before === experiment ? null : build(target, before, run, { locale, inlined });
    const textOf = ({ text, left }: ShownLine) => (left > 0 ? `${left} rows` : text);
    const changed = old ? changedLines(old.lines.map(textOf), now.lines.map(textOf)) : [];
    return { ...now, changed };
  }, [target, experiment, hands, before, locale, inlined]);
}

function build(target: TargetId, experiment: Experiment, run: RunOnPage, options: ProgramOptions) {
  const data = prepared(experiment.data);
  if (options.inlined && data.split.train.length === 0) return null;
  const network = planNetwork(experiment.model, experiment.data, data.inputMap.width);
  // Weights that were set in another network than this one are none of it.
  const start = run.start?.length === network.parameterCount ? run.start : null;
  const source = { experiment, data, network, run: { ...run, start } };
  const program = buildProgram(target, source, options);
  const pieces = programPieces(program);
  return { program, pieces, lines: shownLines(pieces) };
}

/** The experiment before the latest change; a whole gesture (a drag of a slider) is one change, and so is an undo. */
function useBefore(experiment: Experiment): Experiment {
  const { past, undone } = useHistoryEnds();
  const [seen, setSeen] = useState({ now: experiment, before: past ?? experiment });
  if (seen.now === experiment) return seen.before;
  const next = { now: experiment, before: undone ? seen.now : (past ?? seen.now) };
  setSeen(next);
  return next.before;
}

function useHistoryEnds() {
  const past = useHistory(({ pastStates }) => pastStates.at(-1)?.experiment);
  const undone = useHistory(({ futureStates }) => futureStates.length > 0);
  return { past, undone };
}
