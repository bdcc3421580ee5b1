import type { Engine, Trouble } from './engine.ts';
import { keysOf, SPACE } from './space.ts';

const MARK = 'dastak:';

/**
 * An engine that stores nothing on the device. The tab's own name, which browsers clear when another site is
 * opened, carries the values from page to page.
 */
export function memoryEngine(trouble: Trouble, tab: { name: string } = { name: '' }): Engine {
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
  hear();
  const remember = () => {
    if (values.size > 0 || tab.name.startsWith(MARK)) {
      tab.name = values.size > 0 ? MARK + JSON.stringify([...values]) : '';
      heard = tab.name;
    }
  };
  return {
    trouble,
    get(key) {
      hear();
      return values.get(SPACE + key) ?? null;
    },
    set(key, value) {
      hear();
      values.set(SPACE + key, value);
      remember();
      return null;
    },
    remove(key) {
      hear();
      values.delete(SPACE + key);
      remember();
    },
    keys() {
      hear();
      return keysOf([...values.keys()]);
    },
  };
}
