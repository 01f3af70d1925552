/** Where a hint stands: centred above what it explains, below it where there is no room, always inside the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const GAP_PX = 6;
const MARGIN_PX = 8;

/** The upper left corner, in the coordinates of the window. All lengths in CSS pixels. */
export function placeBubble(
  target: Box,
  bubble: Pick<Box, 'width' | 'height'>,
  page: Pick<Box, 'width' | 'height'>,
): { readonly left: number; readonly top: number } {
  const centred = target.left + target.width / 2 - bubble.width / 2;
  const rightmost = page.width - bubble.width - MARGIN_PX;
  const left = Math.max(MARGIN_PX, Math.min(centred, rightmost));
  const above = target.top - bubble.height - GAP_PX;
  return { left, top: above >= MARGIN_PX ? above : target.top + target.height + GAP_PX };
}
