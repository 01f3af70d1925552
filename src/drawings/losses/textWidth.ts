/** Text at 11 px, guessed and not measured: generous, and the same in every browser. */

/** Chinese characters are as wide as high, Latin ones half. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 11.5 : 6.4), 0);
}

/** As much of the text as has room, with an ellipsis where something is left out. */
export function fitText(text: string, mostPx: number): string {
  if (textWidth(text) <= mostPx) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`) > mostPx) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
