/** Python and JavaScript in colours: the tokens of each line, by highlight.js. Loaded with the tab. */
import core from 'highlight.js/lib/core';
import javascript from 'highlight.js/lib/languages/javascript';
import python from 'highlight.js/lib/languages/python';
import type { ProgramLanguage } from '../../../codegen/program';

/** Kinds of tokens with a colour of their own, as highlight.js names them. */
const tokenKinds = [
  'comment',
  'keyword',
  'literal',
  'string',
  'subst',
  'regexp',
  'number',
  'title',
  'built_in',
  'class',
] as const;
type TokenKind = (typeof tokenKinds)[number];

export interface Token {
  /** Where it begins in its line. */
  readonly column: number;
  readonly text: string;
  /** null for plain text. */
  readonly kind: TokenKind | null;
}

const highlighter = core.newInstance();
highlighter.registerLanguage('python', python);
highlighter.registerLanguage('javascript', javascript);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
};

/** Tokens of each of the lines. A token that goes over several lines is cut at their ends. */
export function highlight(lines: readonly string[], language: ProgramLanguage): Token[][] {
  const { value } = highlighter.highlight(lines.join('\n'), { language });
  const tokens: Token[][] = [[]];
  let column = 0;
  const kinds: (TokenKind | null)[] = [];
  // The markup is spans and text: <span class="hljs-title function_">, </span>.
  for (const [markup, names] of value.matchAll(/<span class="([^"]*)">|<\/span>|[^<]+/g)) {
    if (names !== undefined) kinds.push(kindOf(names));
    else if (markup === '</span>') kinds.pop();
    else {
      const text = markup.replace(/&(amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity);
      for (const [i, part] of text.split('\n').entries()) {
        if (i > 0) {
          tokens.push([]);
          column = 0;
        }
        if (part !== '') tokens.at(-1)?.push({ column, text: part, kind: kinds.at(-1) ?? null });
        column += part.length;
      }
    }
  }
  return tokens;
}

/** `hljs-title function_` is a title. */
function kindOf(names: string): TokenKind | null {
  const name = names.split(' ')[0]?.replace('hljs-', '');
  return tokenKinds.find((kind) => kind === name) ?? null;
}
