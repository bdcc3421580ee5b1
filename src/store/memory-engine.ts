import type { Engine, Trouble } from './engine.ts';
import { keysOf } from './space.ts';

const MARK = 'dastak:';

/**
 * An engine that stores nothing on the device. The tab's own name, which browsers clear when another site is
 * opened, carries the values from page to page, and those of other copies of the course along with them.
 */
export function memoryEngine(
  trouble: Trouble,
  space: string,
  tab: { name: string } = { name: '' },
): Engine {
  const values = new Map<string, string>();
  let heard = '';
  /** Another store of the same page may have written its own values beside these. */
  const hear = () => {
    if (tab.name === heard || !tab.name.startsWith(MARK)) return;
    heard = tab.name;
    values.clear();
    try {
      for (const [key, value] of JSON.parse(tab.name.slice(MARK.length))) {
        values.set(`${key}`, `${value}`);
      }
    } catch {
      values.clear();
    }
  };
  const change = (work: () => void) => {
    hear();
    work();
    if (values.size === 0 && !tab.name.startsWith(MARK)) return;
    tab.name = values.size > 0 ? MARK + JSON.stringify([...values]) : '';
    heard = tab.name;
  };
  const keys = () => {
    hear();
    return keysOf(space, [...values.keys()]);
  };
  return {
    trouble,
    get(key) {
      hear();
      return values.get(space + key) ?? null;
    },
    set(key, value) {
      change(() => values.set(space + key, value));
      return null;
    },
    remove: (key) => change(() => values.delete(space + key)),
    keys,
    isEmpty: () => keys().length === 0,
  };
}
