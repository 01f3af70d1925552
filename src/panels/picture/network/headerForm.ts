/**
 * How much the headers of the layers say in the width that their columns have: name, activation and units; the latter two; only the
 * units; or one header for all hidden layers. Their height is always the same, so that the layout below does not depend on the form.
 */
import { textWidth } from '../../../drawings/textWidth';

export type HeaderForm = 'named' | 'short' | 'units' | 'one';

export interface HeaderWords {
  /** "hidden 1" */
  readonly name: string;
  /** "ReLU"; empty for the inputs. */
  readonly activation: string;
  readonly units: number;
}

/** Middle and width of a header. */
export interface HeaderPlace {
  readonly xPx: number;
  readonly widthPx: number;
}

export interface Headers {
  readonly form: HeaderForm;
  /** [column]; none for `one`, which has the whole width. */
  readonly places: readonly HeaderPlace[];
}

/** Left and right of the words together. */
const paddingPx = { named: 8, short: 8, units: 4 } as const;
const gapPx = 2;

/** The lines of a header, from top to bottom. */
export function headerLines({ name, activation, units }: HeaderWords, form: HeaderForm): string[] {
  if (form === 'named') return activation === '' ? [name] : [name, `${activation} ${units}`];
  if (activation === '') return [];
  return form === 'short' ? [activation, `${units}`] : [`${units}`];
}

/** `middlesPx` of the columns, in a frame of this width; text of this size. */
export function headerForm(
  words: readonly HeaderWords[],
  middlesPx: readonly number[],
  frameWidthPx: number,
  textPx: number,
): Headers {
  for (const form of ['named', 'short', 'units'] as const) {
    const places = words.map((word, column): HeaderPlace => {
      const widths = headerLines(word, form).map((line) => textWidth(line, textPx));
      const widthPx = widths.length > 0 ? Math.ceil(Math.max(...widths)) + paddingPx[form] : 0;
      const xPx = Math.max(widthPx / 2, Math.min(middlesPx[column] ?? 0, frameWidthPx - widthPx / 2));
      return { xPx, widthPx };
    });
    if (areApart(places)) return { form, places };
  }
  return { form: 'one', places: [] };
}

function areApart(places: readonly HeaderPlace[]): boolean {
  return places.every((place, i) => {
    const before = places[i - 1];
    return !before || place.xPx - before.xPx >= (place.widthPx + before.widthPx) / 2 + gapPx;
  });
}
