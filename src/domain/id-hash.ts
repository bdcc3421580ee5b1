/**
 * FNV-1a over UTF-16 code units: a short, fast sum against damage, not against forgery. Changing one unit always
 * changes the sum, because each step is a bijection.
 * Source: Fowler, Noll, Vo, http://www.isthe.com/chongo/tech/comp/fnv/
 * @returns an integer from 0 to 2³² − 1
 */
export function sum32(text: string): number {
  let sum = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    sum = Math.imul(sum ^ text.charCodeAt(index), 0x01000193);
  }
  return sum >>> 0;
}

/**
 * The short form of an id in a resume code; no two ids of the course may share one.
 * @returns an integer from 0 to 2²⁰ − 1
 */
export function idHash20(id: string): number {
  const sum = sum32(id);
  return (sum ^ (sum >>> 20)) & 0xfffff;
}

/** How an id stands in the record while only its short form is known: `#` and four digits to base 36. */
export function hashToItem(hash: number): string {
  return `#${hash.toString(36).padStart(4, '0')}`;
}

/** The short form of an item: that of its id, or the one that `hashToItem` wrote. */
export function itemToHash(item: string): number {
  return item.startsWith('#') ? Number.parseInt(item.slice(1), 36) : idHash20(item);
}
