/** Fields that text is typed into. */
export const textFields =
  'input:not([type=range], [type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]';

/** Whether a key goes to such a field. */
export function isTyping({ target }: Pick<Event, 'target'>): boolean {
  return target instanceof HTMLElement && target.matches(textFields);
}
