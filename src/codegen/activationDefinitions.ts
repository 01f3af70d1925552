/** Functions and classes of activations that a library lacks. */

import type { LibraryNames } from '../engine/model/activations/activation';
import { activationNotes } from '../engine/model/activations/notes';
import type { Part } from './code';
import type { ProgramContext } from './programContext';

/** Those of the activations that the layers have, each once. */
export function activationDefinitions(
  { layers }: Pick<ProgramContext, 'layers'>,
  library: keyof LibraryNames,
): Part {
  const used = new Set(layers.map(({ activation }) => activation));
  return [...used].map((activation) => {
    const names: LibraryNames = activationNotes[activation].names;
    const { definition } = names[library];
    return definition !== undefined && [definition.trimStart(), ''];
  });
}
