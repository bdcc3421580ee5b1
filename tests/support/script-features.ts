// What a built script uses that browsers may not know.
import { type Node, parse } from 'acorn';
import { lackingEverywhere, lackingGlobal, lackingMember } from './browser-compat.ts';

/** A name that some browser of the floor does not know. */
export interface Newer {
  name: string;
  lacking: string[];
}

/**
 * A built script as a tree.
 * @throws SyntaxError when its syntax is newer than the oldest browsers in which everything works
 */
export const parseScript = (text: string): Node =>
  parse(text, { ecmaVersion: 2020, sourceType: 'module' });

/** The names that a script gives to its own things. */
export function ownNames(tree: Node): string[] {
  const own: string[] = [];
  walk(tree, (node) => own.push(...namesMadeBy(node)));
  return own;
}

/**
 * Finds names in a script that are newer than the oldest browsers in which everything works.
 * @param own the names that all scripts together give to their own things
 */
export function newerInScript(tree: Node, own: ReadonlySet<string>): Newer[] {
  const found = new Map<string, string[]>();
  const add = (name: string, lacking: string[] = []) => {
    if (lacking.length > 0) found.set(name, lacking);
  };
  walk(tree, (node, parent) => {
    if (node.type === 'Literal' && node['regex']) {
      const { pattern, flags } = node['regex'] as { pattern: string; flags: string };
      if (/\(\?<[=!]/.test(pattern)) add('lookbehind', ['safari 14']);
      if (/[dv]/.test(flags)) add(`regular expression with flags ${flags}`, ['chrome 80']);
    }
    for (const selector of selectorsIn(node)) add(`selector ${selector}`, ['chrome 80']);
    if (node.type === 'Identifier' && isReference(node, parent)) {
      const name = node['name'] as string;
      if (!own.has(name)) add(name, lackingGlobal(name));
    }
    if (node.type === 'MemberExpression' && !node['computed'] && !isData(node)) {
      const name = (node['property'] as Named).name;
      const object = node['object'] as Named & { property?: Named };
      const global = object.name ?? object.property?.name ?? '';
      const known = lackingMember(global, name);
      if (known) add(`${global}.${name}`, known);
      else if (!own.has(name) || isCalled(node, parent))
        add(name, lackingEverywhere(name, own.has(name)));
    }
    if (node.type === 'Property' && parent?.type === 'ObjectPattern') {
      const { name } = node['key'] as Named;
      if (!own.has(name)) add(name, lackingEverywhere(name, false));
    }
  });
  return [...found].map(([name, lacking]) => ({ name, lacking }));
}

type Any = Node & Record<string, unknown>;
type Named = Node & { name: string };

function walk(node: unknown, visit: (node: Any, parent?: Any) => void, parent?: Any): void {
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit, parent);
    return;
  }
  const isNode = typeof (node as Any).type === 'string';
  if (isNode) visit(node as Any, parent);
  for (const one of Object.values(node)) walk(one, visit, isNode ? (node as Any) : parent);
}

/** Names of variables, functions and of members that a script gives to things of its own. */
function namesMadeBy(node: Any): string[] {
  const nameOf = (one: unknown) => {
    const { name } = Object(one);
    return typeof name === 'string' ? [name] : [];
  };
  switch (node.type) {
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return nameOf(node['id']);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return (node['params'] as Any[]).flatMap(nameOf);
    case 'MethodDefinition':
      return nameOf(node['key']);
    case 'ObjectExpression':
      return (node['properties'] as Any[]).flatMap((one) => nameOf(one['key']));
    default:
      return [];
  }
}

/** Whether an identifier stands for a value, and is no member, key or name that is made here. */
function isReference(node: Any, parent?: Any): boolean {
  if (!parent) return false;
  if (parent.type === 'MemberExpression')
    return parent['object'] === node || Boolean(parent['computed']);
  if (parent.type === 'Property') return parent['value'] === node || Boolean(parent['computed']);
  return !/^(MethodDefinition|ImportSpecifier|ExportSpecifier|LabeledStatement|BreakStatement|ContinueStatement)$/.test(
    parent.type,
  );
}

/** Parts of selectors that are newer, in a string: one of them makes the whole selector throw. */
function selectorsIn(node: Any): readonly string[] {
  const text = node.type === 'Literal' ? node['value'] : Object(node['value']).raw;
  if (!/^(Literal|TemplateElement)$/.test(node.type) || typeof text !== 'string') return [];
  const newer =
    /:(?:is|where|has)\(|:focus-visible|:not\((?![\w.#-]+\)|\[[^\]]*(?:\]\)|$)|:[\w-]+\))/g;
  return text.match(newer) ?? [];
}

/** Whether it is read from the data attributes of an element. */
const isData = (node: Any) => Object(node['object']).property?.name === 'dataset';

const isCalled = (node: Any, parent?: Any) =>
  parent?.type === 'CallExpression' && parent['callee'] === node;
