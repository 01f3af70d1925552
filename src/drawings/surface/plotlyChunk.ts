/**
 * The parts of Plotly that are used, as one chunk of half a megabyte: only ever loaded with `import()`, when a surface is opened.
 * Knows of no figure.
 */
// First, because the traces take in which symbols there are.
import './plotlySymbols';
import Plotly from 'plotly.js/lib/core';
import scatter3d from 'plotly.js/lib/scatter3d';
import surface from 'plotly.js/lib/surface';

Plotly.register([surface, scatter3d]);

export { Plotly };
