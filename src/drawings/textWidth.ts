/** How wide a text will be, without asking the browser: to keep room for labels whose words come from outside. */

/** A generous guess in CSS pixels: Chinese characters are as wide as high, Latin ones half. */
export function textWidth(text: string, sizePx: number): number {
  const ems = Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 1.05 : 0.58), 0);
  return ems * sizePx;
}

/** As much of the text as has room, with an ellipsis where something is left out. */
export function fitText(text: string, sizePx: number, mostPx: number): string {
  if (textWidth(text, sizePx) <= mostPx) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, sizePx) > mostPx) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
