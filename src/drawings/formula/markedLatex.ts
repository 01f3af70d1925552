/**
 * LaTeX in which symbols are marked with what they stand for: `‹W1|W^{[1]}›`. KaTeX gets the marks as attributes; a reader who copies a
 * formula gets it without them.
 */
import { type SymbolRef, symbolText } from '../../engine/model/symbolRef';

/** A symbol with its mark. Keep scripts inside: `{W^{[1]}}^T` reads worse than `W^{[1]\mathsf{T}}`. */
export function marked(symbol: SymbolRef, latex: string): string {
  return `‹${symbolText(symbol)}|${latex}›`;
}

/** For KaTeX, which is told to trust this one command. */
export function attributed(latex: string): string {
  return latex.replaceAll(/‹([^|›]*)\|/g, '\\htmlData{symbol=$1}{').replaceAll('›', '}');
}

/** For people and other programs. */
export function plainLatex(latex: string): string {
  return latex.replaceAll(/‹[^|›]*\|/g, '').replaceAll('›', '');
}

/** Symbols in the order of their first appearance, as text. */
export function symbolsIn(latex: string): string[] {
  return [...new Set(Array.from(latex.matchAll(/‹([^|›]*)\|/g), ([, text]) => text ?? ''))];
}

/** What stands before and after the `&` that a line is aligned at; later ones belong to a matrix or to cases. */
export function sidesOf(line: string): readonly [left: string, right: string] {
  const at = line.indexOf('&');
  return at < 0 ? ['', line] : [line.slice(0, at), line.slice(at + 1)];
}
