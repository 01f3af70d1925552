/** A table of Plotly that its types leave out. */
declare module 'plotly.js/src/constants/gl3d_markers' {
  /** The glyph of each symbol. */
  const symbols: Record<string, string>;
  export default symbols;
}
