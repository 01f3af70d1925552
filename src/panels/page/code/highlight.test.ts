import { describe, expect, it } from 'vitest';
import { highlight } from './highlight';

describe('highlight', () => {
  it('keeps every character and every line', () => {
    const lines = ['def f(x):', '    """Two', '    lines."""', '', "    return x < 1 and x > '&'  # <b>"];
    const tokens = highlight(lines, 'python');
    expect(tokens.map((line) => line.map(({ text }) => text).join(''))).toEqual(lines);
  });

  it('names what it sees, over the ends of lines too', () => {
    const tokens = highlight(['def f():', '    """Two', '    lines."""'], 'python');
    expect(tokens[0]?.[0]).toEqual({ column: 0, text: 'def', kind: 'keyword' });
    expect(tokens[2]).toEqual([{ column: 0, text: '    lines."""', kind: 'string' }]);
    expect(highlight(['const a = 1;'], 'javascript')[0]).toContainEqual({
      column: 10,
      text: '1',
      kind: 'number',
    });
  });
});
