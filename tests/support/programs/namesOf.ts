/** The names that a JavaScript program declares, read from its syntax tree. */

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Names {
  /** Declared, but never read. */
  readonly unused: string[];
  /** Declared within a scope although an outer one has the name already: what was meant is easily taken for the other. */
  readonly shadowed: string[];
}

const scopes = [
  'Program',
  'FunctionDeclaration',
  'ArrowFunctionExpression',
  'BlockStatement',
  'ForStatement',
  'ForOfStatement',
];

export function namesOf(program: unknown): Names {
  const declared = new Map<string, number>();
  const seen = new Map<string, number>();
  const shadowed = new Set<string>();
  const count = (names: Map<string, number>, name: string) => names.set(name, (names.get(name) ?? 0) + 1);

  /** `outer` holds the names of the scopes around, `own` those of the innermost. */
  function visit(node: Node, outer: ReadonlySet<string>, own: Set<string>): void {
    let [around, here] = [outer, own];
    if (scopes.includes(node.type)) [around, here] = [new Set([...outer, ...own]), new Set<string>()];
    for (const name of declarationsOf(node)) {
      // A function is named in the scope around it; so are its parameters within it.
      const isFunction = node.type === 'FunctionDeclaration' && name === (node.id as Node).name;
      const [above, place] = isFunction ? [outer, own] : [around, here];
      if (above.has(name)) shadowed.add(name);
      place.add(name);
      count(declared, name);
    }
    if (node.type === 'Identifier') count(seen, String(node.name));
    for (const [key, value] of Object.entries(node)) {
      const isName =
        (key === 'property' && node.computed === false) || (key === 'key' && node.shorthand === false);
      if (isName) continue;
      for (const child of Array.isArray(value) ? value : [value])
        if (isNode(child)) visit(child, around, here);
    }
  }
  visit(program as Node, new Set(), new Set());
  // An underscore says itself that nothing reads it.
  const unused = [...declared]
    .filter(([name, times]) => name !== '_' && (seen.get(name) ?? 0) <= times)
    .map(([name]) => name);
  return { unused, shadowed: [...shadowed] };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function declarationsOf(node: Node): string[] {
  if (node.type === 'VariableDeclarator') return patternNames(node.id as Node);
  if (node.type === 'ArrowFunctionExpression') return (node.params as Node[]).flatMap(patternNames);
  if (node.type === 'FunctionDeclaration')
    return [String((node.id as Node).name), ...(node.params as Node[]).flatMap(patternNames)];
  return [];
}

/** `a`, `[a, b]`, `{ a, b: c }`, `a = 1`, `...a`. */
function patternNames(pattern: Node | null): string[] {
  if (!pattern) return [];
  if (pattern.type === 'Identifier') return [String(pattern.name)];
  if (pattern.type === 'ArrayPattern') return (pattern.elements as (Node | null)[]).flatMap(patternNames);
  if (pattern.type === 'ObjectPattern')
    return (pattern.properties as Node[]).flatMap((property) => patternNames(property.value as Node));
  if (pattern.type === 'AssignmentPattern') return patternNames(pattern.left as Node);
  if (pattern.type === 'RestElement') return patternNames(pattern.argument as Node);
  return [];
}
