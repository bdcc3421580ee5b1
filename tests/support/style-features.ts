// What a built style sheet uses that browsers may not know.
import { type AtRule, type Declaration, type Node, parse, type Rule } from 'postcss';
import { featureAt, lacking } from './browser-compat.ts';
import type { Newer } from './script-features.ts';

/** Units that are newer than the floor. */
const UNIT = /\d((?:[dsl]v(?:h|w|i|b|min|max)|cq\w+|r?lh|rcap|cap|ric|ic|rex|rch))\b/g;
const NEWEST = ['chrome 80', 'safari 14', 'firefox 91'];

/**
 * Finds what is newer in a style sheet than the oldest browsers in which everything works, outside of `@supports`, and
 * without an older declaration of the same property before it.
 */
export function newerInStyles(text: string): Newer[] {
  const found = new Map<string, string[]>();
  parse(text).walk((node) => {
    if (isGuarded(node)) return;
    const newer =
      node.type === 'atrule'
        ? newerInAtRule(node)
        : node.type === 'rule'
          ? newerInSelector(node)
          : node.type === 'decl'
            ? newerInDeclaration(node)
            : [];
    for (const one of newer) if (one.lacking.length > 0) found.set(one.name, one.lacking);
  });
  return [...found].map(([name, all]) => ({ name, lacking: all }));
}

/** Whether it is for browsers only that know what it asks for. */
function isGuarded(node: Node): boolean {
  for (let one: Node | undefined = node; one; one = one.parent)
    if (one.type === 'atrule' && (one as AtRule).name === 'supports') return true;
  return false;
}

function newerInAtRule({ name, params }: AtRule): Newer[] {
  const features = name === 'media' ? [...params.matchAll(/\(\s*([a-z-]+)/g)] : [];
  return [
    { name: `@${name}`, lacking: lacking(featureAt('css', 'at-rules', name)) },
    ...features.map(([, feature = '']) => ({
      name: `@media (${feature})`,
      lacking: lacking(featureAt('css', 'at-rules', 'media', feature)),
    })),
    ...(name === 'media' && /[<>]/.test(params)
      ? [{ name: '@media (a < b)', lacking: NEWEST }]
      : []),
  ];
}

function newerInSelector({ selector, parent }: Rule): Newer[] {
  const isFrame = parent?.type === 'atrule' && /keyframes$/.test((parent as AtRule).name);
  if (isFrame) return [];
  const bare = selector.replace(/\[[^\]]*\]/g, '[x]');
  return [
    ...[...bare.matchAll(/(::?)([a-z-]+)/g)].map(([whole, , name = '']) => ({
      name: whole,
      lacking: lacking(featureAt('css', 'selectors', name)),
    })),
    ...(hasNotOfMany(bare) ? [{ name: ':not() of more than one', lacking: ['chrome 80'] }] : []),
    ...(selector.includes('&') || parent?.type === 'rule'
      ? [{ name: 'nesting', lacking: NEWEST }]
      : []),
  ];
}

/** Whether a `:not()` names more than one thing; the floor knows no lists and no combinations there. */
const hasNotOfMany = (selector: string): boolean =>
  selector
    .split(':not(')
    .slice(1)
    .some((rest) => !/^(?:[.#]?[\w-]+|\[x\]|::?[\w-]+(?:\(.*\))?)(?:\)|\($)/.test(rest));

function newerInDeclaration(declaration: Declaration): Newer[] {
  const { prop, value } = declaration;
  const isOfPaper = (declaration.parent as Partial<AtRule> | undefined)?.name === 'page';
  if (/^-/.test(prop) || isOfPaper) return [];
  const newer = [
    { name: prop, lacking: lacking(featureAt('css', 'properties', prop)) },
    ...newerInValue(prop, value),
  ].filter((one) => one.lacking.length > 0);
  const before = declaration.parent?.nodes?.slice(0, declaration.parent.index(declaration)) ?? [];
  const isBacked = before.some(
    (one) =>
      one.type === 'decl' &&
      one.prop.replace(/^-(webkit|moz)-/, '') === prop &&
      newerInValue(prop, one.value).every(({ lacking: all }) => all.length === 0),
  );
  return isBacked ? [] : newer;
}

function newerInValue(property: string, value: string): Newer[] {
  const functions = [...value.matchAll(/([a-z][a-z-]*)\(/g)].map(([, name = '']) => {
    const places = [
      ['types', name],
      ['types', 'color', name],
      ['properties', property, name],
    ];
    const [feature] = places.flatMap((place) => featureAt('css', ...place) ?? []);
    return { name: `${name}()`, lacking: lacking(feature) };
  });
  const words = value.split(/[\s,]+/).map((word) => ({
    name: `${property}: ${word}`,
    lacking: lacking(featureAt('css', 'properties', property, word)),
  }));
  const units = [...value.matchAll(UNIT)].map(([, unit]) => ({
    name: `unit ${unit}`,
    lacking: NEWEST,
  }));
  return [...functions, ...words, ...units];
}
