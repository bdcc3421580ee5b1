/** A style sheet as the bundler wrote it. */
export interface Sheet {
  name: string;
  text: string;
}

/** How many characters of rules a page may be given that only other pages need: less than 1 kB as it travels. */
const LITTLE = 4_500;

/** A rule that holds for the elements of one component alone. */
const SCOPED = /\[data-astro-cid-/;

/**
 * Gives pages whose sheets differ by little the same ones, so that they are fetched and kept once.
 * @param lists the sheets of each kind of page, in their order
 * @returns for each list what takes its place, the same array where lists were joined
 */
export function sharedSheets(lists: readonly (readonly Sheet[])[]): (readonly Sheet[])[] {
  const groups: { all: readonly Sheet[]; members: (readonly Sheet[])[] }[] = [];
  const sorted = [...lists].sort((a, b) => lengthOf(a) - lengthOf(b));
  for (const list of sorted) {
    const group = groups.find(({ all, members }) => fit([...members, list], joined(all, list)));
    if (!group) {
      groups.push({ all: list, members: [list] });
      continue;
    }
    group.all = joined(group.all, list);
    group.members.push(list);
  }
  return lists.map((list) => groups.find(({ members }) => members.includes(list))?.all ?? list);
}

const lengthOf = (sheets: readonly Sheet[]) =>
  sheets.reduce((sum, { text }) => sum + text.length, 0);

const joined = (all: readonly Sheet[], list: readonly Sheet[]) => [...new Set([...all, ...list])];

/** Whether nobody gets more than a little too much, and nothing that could match another page's elements. */
function fit(members: readonly (readonly Sheet[])[], all: readonly Sheet[]): boolean {
  const least = Math.min(...members.map(lengthOf));
  if (lengthOf(all) - least > LITTLE) return false;
  return all
    .filter((sheet) => !members.every((member) => member.includes(sheet)))
    .every(({ text }) => isScoped(text));
}

/** Whether each rule of a sheet is for the elements of a component. */
function isScoped(text: string): boolean {
  const selectors = [...text.matchAll(/([^{}]+)\{[^{}]*\}/g)].map(([, selector = '']) => selector);
  return selectors.every((selector) => selector.split(',').every((one) => SCOPED.test(one)));
}
