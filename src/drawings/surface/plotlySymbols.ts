/** The marks of the classes for Plotly's three-dimensional points, which are glyphs: it has no triangle, and its × is a heavy one. */
import symbols from 'plotly.js/src/constants/gl3d_markers';

Object.assign(symbols, { triangle: '▲', 'triangle-open': '△', times: '×' });
