/**
 * What a key means on any keyboard: what it writes, or else what the same place writes on an English one. So letters and digits find
 * their meaning where the layout writes Я, ㅋ or & there, and Ctrl+Z stays where a Latin layout has its Z.
 */

/** Of a keyboard event. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'isComposing' | 'getModifierState'>;

/** In the order in which they count; none while an input method or a dead key puts a character together. */
export function meantKeys(event: PressedKey): readonly string[] {
  const { key, code, isComposing } = event;
  if (isComposing || key === 'Process' || key === 'Dead') return [];
  const isNamed = key.length > 1 && key !== 'Unidentified';
  // AltGr writes a third character, which is meant as it is.
  if (isNamed || /^[a-z\d]$/i.test(key) || event.getModifierState('AltGraph')) return [key];
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
  // Punctuation in the place of a letter is of a Latin layout, which has the letter elsewhere.
  const placed = digit ?? (/^[\x20-\x7E]$/.test(key) ? undefined : letter?.toLowerCase());
  return placed === undefined ? [key] : [key, placed];
}
