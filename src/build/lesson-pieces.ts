import { type HastNode, mdxToHast } from 'satteri';
import type { Piece } from '../course/lesson.ts';

type Tag = Extract<HastNode, { attributes: unknown }>;

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
};

/**
 * Reads the text of a lesson: Markdown as the rules read it, with the tags of `src/vocabulary.ts`.
 * @param text the file without its head
 * @returns HTML and tags in their order
 * @throws where a tag stands beside the text, or where something in it would have to be worked out
 */
export const toPieces = (text: string): Piece[] =>
  piecesOf(mdxToHast(text, { features: { gfm: false, smartPunctuation: true } }));

function piecesOf(node: HastNode): Piece[] {
  const inside = 'children' in node ? joined(node.children.flatMap(piecesOf)) : [];
  switch (node.type) {
    case 'root':
      return inside;
    case 'text':
      return [escaped(node.value)];
    case 'element': {
      const { tagName, properties } = node;
      const written = Object.entries(properties).map(([name, value]) => ` ${name}="${value}"`);
      return [
        `<${tagName}${written.join('')}>`,
        ...inside,
        tagName === 'br' ? '' : `</${tagName}>`,
      ];
    }
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return [{ tag: node.name ?? '', attributes: attributesOf(node), pieces: inside }];
    default:
      throw new Error(`A lesson holds text and tags, and this one has ${node.type}.`);
  }
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const attributesOf = ({ attributes }: Tag): Record<string, string> =>
  Object.fromEntries(
    attributes.map((attribute) => {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string')
        return [attribute.name, attribute.value];
      throw new Error('An attribute of a tag has a text in quotation marks, and nothing else.');
    }),
  );

/** Makes one of pieces of HTML that follow each other. */
function joined(pieces: readonly Piece[]): Piece[] {
  const one: Piece[] = [];
  for (const piece of pieces) {
    const last = one.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') one[one.length - 1] = last + piece;
    else one.push(piece);
  }
  return one;
}
