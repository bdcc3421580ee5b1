// What a built style sheet uses that browsers may not know.
import {
  type Atrule,
  type CssNode,
  type PseudoClassSelector,
  parse,
  type WalkContext,
  walk,
} from 'css-tree';
import { featureAt, lacking } from './browser-compat.ts';
import type { Newer } from './script-features.ts';

/** Units that are newer than the floor, and where the data has them. */
const UNITS = /^([dsl]v(h|w|i|b|min|max)|cq\w+|r?lh|rcap|cap|ric|ic|rex|rch)$/;

/**
 * Finds what is newer in a style sheet than the oldest browsers in which everything works, outside of `@supports`, and
 * without an older declaration of the same property before it.
 */
export function newerInStyles(text: string): Newer[] {
  const found = new Map<string, string[]>();
  const add = (name: string, all: string[]) => {
    if (all.length > 0) found.set(name, all);
  };
  const older = new WeakMap<object, Set<string>>();
  walk(parse(text), {
    enter(this: WalkContext, node: CssNode) {
      const { atrule, rule, block } = this;
      if (isGuard(node) || isGuard(atrule)) return;
      if (node.type === 'Atrule')
        add(`@${node.name}`, lacking(featureAt('css', 'at-rules', node.name)));
      if (node.type === 'Feature')
        add(`@media (${node.name})`, lacking(featureAt('css', 'at-rules', 'media', node.name)));
      if (node.type === 'FeatureRange') add('@media (a < b)', ['chrome 80', 'safari 14']);
      if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector') {
        const colons = node.type === 'PseudoClassSelector' ? ':' : '::';
        add(`${colons}${node.name}`, lacking(featureAt('css', 'selectors', node.name)));
      }
      if (node.type === 'PseudoClassSelector' && node.name === 'not' && !isSimple(node))
        add(':not() of more than one', ['chrome 80']);
      if (node.type === 'NestingSelector') add('nesting', ['chrome 80', 'safari 14', 'firefox 91']);
      if (node.type !== 'Declaration' || !rule || !block) return;
      const property = node.property.replace(/^-(webkit|moz)-/, '');
      const known = older.get(block) ?? new Set();
      const newer = newerInValue(property, node.value);
      const isNamed = property === node.property;
      if (isNamed && !known.has(property))
        newer.push({ name: property, lacking: lacking(featureAt('css', 'properties', property)) });
      if (newer.every((one) => one.lacking.length === 0)) older.set(block, known.add(property));
      else if (!known.has(property)) for (const one of newer) add(one.name, one.lacking);
    },
  });
  return [...found].map(([name, all]) => ({ name, lacking: all }));
}

/** Whether it names one thing only; the floor knows no lists and no combinations there. */
function isSimple({ children }: PseudoClassSelector): boolean {
  const list = children?.first;
  if (list?.type !== 'SelectorList' || list.children.size !== 1) return false;
  const only = list.children.first;
  return only?.type === 'Selector' && only.children.size === 1;
}

/** Whether a rule is for browsers only that know what it asks for. */
const isGuard = (node: CssNode | Atrule | null) =>
  node?.type === 'Atrule' && node.name === 'supports';

function newerInValue(property: string, value: CssNode): Newer[] {
  const found: Newer[] = [];
  walk(value, (node) => {
    if (node.type === 'Function') {
      const { name } = node;
      const places = [
        ['types', name],
        ['types', 'color', name],
        ['properties', property, name],
      ];
      const features = places.map((place) => featureAt('css', ...place)).filter(Boolean);
      found.push({ name: `${name}()`, lacking: lacking(features[0]) });
    }
    if (node.type === 'Identifier') {
      const all = lacking(featureAt('css', 'properties', property, node.name));
      found.push({ name: `${property}: ${node.name}`, lacking: all });
    }
    if (node.type === 'Dimension' && UNITS.test(node.unit))
      found.push({ name: `unit ${node.unit}`, lacking: ['chrome 80', 'safari 14', 'firefox 91'] });
  });
  return found.filter((one) => one.lacking.length > 0);
}
