/** What runs in the gallery's page: it reads the cases of the section that is shown as markup and as pictures. */

/** Text, or an element: its name, attributes and children. */
export type Tree =
  | string
  | readonly [name: string, attributes: Readonly<Record<string, string>>, children: readonly Tree[]];

/** Attributes and texts of all cases, without their captions. Runs in the page. */
export function readTrees(): { id: string; tree: readonly Tree[] }[] {
  const read = (node: Node): Tree[] => {
    if (node instanceof Text) return [node.data];
    // Plotly's own markup is not the project's.
    if (!(node instanceof Element) || node.classList.contains('js-plotly-plot')) return [];
    const attributes = Object.fromEntries(Array.from(node.attributes, ({ name, value }) => [name, value]));
    return [[node.localName, attributes, Array.from(node.childNodes).flatMap(read)]];
  };
  return Array.from(document.querySelectorAll('figure'), (figure) => ({
    id: figure.id,
    tree: Array.from(figure.childNodes)
      .filter((node) => node.nodeName !== 'FIGCAPTION')
      .flatMap(read),
  }));
}

/**
 * The canvases of each case, one over the other on the colour of the page, as the data: address of a PNG whose longer side is at most
 * `longestPx`; null without a canvas. WebGL's pixels are gone once they are shown, so they are left out. Runs in the page.
 */
export function readPictures(longestPx: number): (string | null)[] {
  return Array.from(document.querySelectorAll('figure'), (figure) => {
    const canvases = Array.from(figure.querySelectorAll('canvas'))
      .map((canvas) => ({ canvas, box: canvas.getBoundingClientRect() }))
      .filter(({ canvas, box }) => box.width > 0 && box.height > 0 && canvas.getContext('2d'));
    if (canvases.length === 0) return null;
    const left = Math.min(...canvases.map(({ box }) => box.left));
    const top = Math.min(...canvases.map(({ box }) => box.top));
    const widthPx = Math.max(...canvases.map(({ box }) => box.right)) - left;
    const heightPx = Math.max(...canvases.map(({ box }) => box.bottom)) - top;
    const scale = Math.min(1, longestPx / Math.max(widthPx, heightPx));
    const whole = document.createElement('canvas');
    whole.width = Math.round(widthPx * scale);
    whole.height = Math.round(heightPx * scale);
    const context = whole.getContext('2d', { willReadFrequently: true })!;
    context.fillStyle = getComputedStyle(document.body).backgroundColor;
    context.fillRect(0, 0, whole.width, whole.height);
    context.imageSmoothingQuality = 'high';
    for (const { canvas, box } of canvases) {
      const [x, y] = [(box.left - left) * scale, (box.top - top) * scale];
      context.drawImage(canvas, x, y, box.width * scale, box.height * scale);
    }
    return whole.toDataURL();
  });
}
