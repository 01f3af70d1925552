/** Whether a key goes to a field that text is typed into. */
export function isTyping({ target }: Pick<Event, 'target'>): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea, select')
  );
}
